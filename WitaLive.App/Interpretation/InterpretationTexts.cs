namespace WitaLive.App.Interpretation;

/// <summary>Names the texts of questions of interpretation for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class InterpretationTexts;
