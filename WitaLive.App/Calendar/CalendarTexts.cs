namespace WitaLive.App.Calendar;

/// <summary>The texts of the calendar.</summary>
public sealed class CalendarTexts;
