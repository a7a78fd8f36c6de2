namespace WitaLive.App.Answers;

/// <summary>Names the texts of answers and proxies for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class AnswerTexts;
