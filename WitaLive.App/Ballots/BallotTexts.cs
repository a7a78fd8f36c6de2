namespace WitaLive.App.Ballots;

/// <summary>The texts of ballots, rules and results.</summary>
public sealed class BallotTexts;
