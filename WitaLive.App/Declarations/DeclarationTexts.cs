namespace WitaLive.App.Declarations;

/// <summary>The words round the confidentiality declaration.</summary>
public sealed class DeclarationTexts;
