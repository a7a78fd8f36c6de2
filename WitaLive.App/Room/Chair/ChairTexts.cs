namespace WitaLive.App.Room.Chair;

/// <summary>The texts of the chair's panel.</summary>
public sealed class ChairTexts;
