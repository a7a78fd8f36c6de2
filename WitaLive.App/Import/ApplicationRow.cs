using WitaLive.Domain.Applications;

namespace WitaLive.App.Import;

/// <summary>One line of one application: an activity, or an income of one.</summary>
/// <param name="Reference">How whoever sends the sheet calls the application: rows of the same one belong together.</param>
/// <param name="Who">Given on one row of the application at least; null on the others, and where name or address cannot be read.</param>
/// <param name="Number">Of the activity within its application; of an income, which activity it is of. Null when it cannot be read, as are both lines.</param>
internal sealed record ApplicationRow(int Row, string Reference, ApplicantCells? Who, int? Number, Activity? Activity, IncomeLine? Income)
{
    /// <summary>Something is wrong with a cell of it: its application is not taken over, and the rest of it is looked at all the same.</summary>
    public required bool IsFaulty { get; init; }

    /// <summary>It says who applies, if only in part.</summary>
    public required bool NamesSomebody { get; init; }

    public bool HasLine => Number is not null && (Activity is not null || Income is not null);
}

/// <param name="Language">Null when it cannot be read.</param>
internal sealed record ApplicantCells(string GivenName, string FamilyName, string Email, string? Language);
