namespace WitaLive.App.Room;

/// <summary>The texts of the live room's frame.</summary>
public sealed class RoomTexts;
