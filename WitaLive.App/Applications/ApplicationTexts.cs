namespace WitaLive.App.Applications;

/// <summary>Names the texts of applications for <c>IStringLocalizer</c>: the pages of whoever applies.</summary>
public sealed class ApplicationTexts;
