namespace WitaLive.App.Bounces;

/// <summary>The words of mail that came back.</summary>
public sealed class BounceTexts;
