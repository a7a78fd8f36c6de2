namespace WitaLive.App.Mandates;

/// <summary>The words of mandates, suspensions and elections.</summary>
public sealed class MandateTexts;
