namespace WitaLive.App.Uploads;

/// <summary>Names the texts of files on their way for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class UploadTexts;
