namespace WitaLive.App.Forecasts;

/// <summary>The texts of the quorum forecast.</summary>
public sealed class ForecastTexts;
