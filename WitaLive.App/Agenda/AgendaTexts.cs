namespace WitaLive.App.Agenda;

/// <summary>The texts of the agenda as the room shows it.</summary>
public sealed class AgendaTexts;
