namespace WitaLive.App.Presence;

/// <summary>The texts of presence, seats and quorum.</summary>
public sealed class PresenceTexts;
