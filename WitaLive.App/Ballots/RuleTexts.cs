namespace WitaLive.App.Ballots;

/// <summary>Names the sentences about rules for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class RuleTexts;
