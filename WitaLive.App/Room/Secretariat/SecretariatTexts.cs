namespace WitaLive.App.Room.Secretariat;

/// <summary>The texts of the secretariat's panel.</summary>
public sealed class SecretariatTexts;
