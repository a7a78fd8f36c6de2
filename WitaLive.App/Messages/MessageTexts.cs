namespace WitaLive.App.Messages;

/// <summary>Names the texts of messages for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class MessageTexts;
