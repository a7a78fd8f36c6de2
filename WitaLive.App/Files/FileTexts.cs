namespace WitaLive.App.Files;

/// <summary>Names the texts of files for <c>IStringLocalizer</c>: the secretariat's pages and the mails to applicants.</summary>
public sealed class FileTexts;
