using WitaLive.Domain.Applications;

namespace WitaLive.App.Import;

/// <summary>One line of one application: an activity, or an income of one.</summary>
/// <param name="Reference">How whoever sends the sheet calls the application: rows of the same one belong together.</param>
/// <param name="Who">Given on one row of the application at least; null on the others.</param>
/// <param name="Number">Of the activity within its application; of an income, which activity it is of.</param>
internal sealed record ApplicationRow(int Row, string Reference, ApplicantCells? Who, int Number, Activity? Activity, IncomeLine? Income);

internal sealed record ApplicantCells(string GivenName, string FamilyName, string Email, string Language);
