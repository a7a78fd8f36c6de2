namespace WitaLive.App.Bodies;

/// <summary>What institutions and inspection services read, and who lets them in.</summary>
public sealed class BodyTexts;
