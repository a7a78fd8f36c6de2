namespace WitaLive.App.Access;

public sealed class AccessTexts;
