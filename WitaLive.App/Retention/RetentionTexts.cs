namespace WitaLive.App.Retention;

/// <summary>Names the texts about what is kept and removed for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class RetentionTexts;
