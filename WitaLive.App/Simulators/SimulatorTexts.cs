namespace WitaLive.App.Simulators;

/// <summary>Texts of the simulators; the Commission's own words are in Names.</summary>
public sealed class SimulatorTexts;
