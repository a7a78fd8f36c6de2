namespace WitaLive.App.Chambers;

public sealed class ChamberTexts;
