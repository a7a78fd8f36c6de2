using WitaLive.Domain;

namespace WitaLive.App.Import;

/// <summary>One file on one agenda, each cell read for itself.</summary>
/// <param name="Section">The section of a restricted chamber; null where both sit.</param>
/// <param name="Chamber">The number of the chamber within formation and section.</param>
/// <param name="Order">Its place among the rows of this meeting; null to follow the order of the sheet.</param>
/// <param name="DueOn">The legal date of the file; null to leave it as it is.</param>
/// <param name="Titles">By language; empty where none is given.</param>
internal sealed record AgendaRow(
    int Row, FormationCode Formation, string? Section, int Chamber, DateOnly Day, int? Order, string Number, string Applicant, string Language,
    string? Domain, string Kind, DateOnly? DueOn, int Minutes, ImmutableSortedDictionary<string, string> Titles);
