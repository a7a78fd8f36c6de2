using WitaLive.App.Applications;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>The sheet of applications: a row for each activity and each line of income, and how it is read.</summary>
internal sealed class ApplicationSheet
{
    private const string OfActivity = "lineActivity";
    private const string OfIncome = "lineIncome";

    private static readonly ImmutableArray<string> s_applicant = ["GivenName", "FamilyName", "Email", "Language"];

    private readonly Dictionary<string, ImportColumn> _columns;
    private readonly int _thisYear;

    /// <param name="today">Nothing was earned after the year it is in.</param>
    public ApplicationSheet(LegalComposition law, DateOnly today)
    {
        _thisYear = today.Year;
        Columns =
        [
            new("Reference", true, 18) { KeepsText = true },
            new("GivenName", true, 20),
            new("FamilyName", true, 24) { Help = "ApplicantName" },
            new("Email", true, 32) { Help = "ApplicantEmail" },
            new("Language", true, 14, WordList.OfTexts([.. ApplicationDesk.Languages])) { Help = "ApplicantLanguage" },
            new("LineKind", true, 16, WordList.OfTexts(OfActivity, OfIncome)),
            new("ActivityNumber", true, 12),
            new("Weight", false, 16, WordList.OfTexts(nameof(ActivityWeight.Core), nameof(ActivityWeight.Peripheral))),
            new("Domain", false, 24, WordList.Of(law.Domains)) { Help = "ActivityDomain" },
            new("ActivityKind", false, 20, WordList.OfTexts([.. Enum.GetNames<ActivityKind>()])),
            new("Function", false, 28),
            new("Contribution", false, 44),
            new("Begins", false, 14),
            new("Ends", false, 14),
            new("Project", false, 30),
            new("Principal", false, 30),
            new("Year", false, 10),
            new("Amount", false, 14),
            new("IncomeKind", false, 24, WordList.OfTexts([.. Enum.GetNames<IncomeKind>()])),
            new("Work", false, 30),
        ];
        _columns = Columns.ToDictionary(c => c.Key);
    }

    public ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>The row with what of it can be read, or nothing when it does not say which application it is of; what is wrong is added to the problems.</summary>
    public ApplicationRow? Read(SheetRow row, List<CellProblem> problems)
    {
        var cells = new RowCheck(row, problems);
        cells.RefuseFormulas(_columns.Keys);
        var reference = cells.Line("Reference", 64, isRequired: true);
        var who = Applicant(cells);
        var kind = cells.Word("LineKind", Words("LineKind"), isRequired: true);
        var number = cells.Whole("ActivityNumber", 1, ProfileCheck.MostLines, isRequired: true);
        var activity = kind == OfActivity ? ActivityOf(cells) : null;
        var income = kind == OfIncome ? IncomeOf(cells) : null;
        return reference is null ? null : new(cells.Row, reference, who, number, activity, income) { IsFaulty = cells.HasProblems, NamesSomebody = s_applicant.Any(cells.IsFilled) };
    }

    private ApplicantCells? Applicant(RowCheck cells)
    {
        if (!s_applicant.Any(cells.IsFilled))
            return null;
        var before = cells.Found;
        var given = cells.Line("GivenName", Person.LongestName, isRequired: true);
        var family = cells.Line("FamilyName", Person.LongestName, isRequired: true);
        var email = cells.Address("Email", isRequired: true);
        var isKnown = cells.Found == before;
        // Whom an application is from can be told without the language they are written to.
        var language = cells.Word("Language", Words("Language"), isRequired: true);
        return isKnown ? new(given!, family!, email!, language) : null;
    }

    private Activity? ActivityOf(RowCheck cells)
    {
        var before = cells.Found;
        var weight = cells.Word("Weight", Words("Weight"), isRequired: true);
        var domain = cells.Word("Domain", Words("Domain"), isRequired: true);
        var kind = cells.Word("ActivityKind", Words("ActivityKind"), isRequired: true);
        var function = cells.Text("Function", ProfileCheck.LongestLine, isRequired: true);
        var contribution = cells.Text("Contribution", ProfileCheck.LongestText, isRequired: weight == nameof(ActivityWeight.Core));
        // An application rests on what has begun; how long it goes on is another matter.
        var (from, until) = (cells.Day("Begins", isRequired: true, (ProfileCheck.FirstYear, _thisYear)), cells.Day("Ends", years: (ProfileCheck.FirstYear, ProfileCheck.LastYear)));
        if (until < from)
            cells.Report("Ends", "EndsBeforeStart", from!.Value.ToShortDay());
        var project = cells.Text("Project", ProfileCheck.LongestLine, isRequired: true);
        var principal = cells.Text("Principal", ProfileCheck.LongestLine) ?? "";
        return cells.Found > before ? null : new(
            new(Guid.CreateVersion7()), Enum.Parse<ActivityWeight>(weight!), domain, Enum.Parse<ActivityKind>(kind!), function!, contribution ?? "", from, until, project!, principal, "");
    }

    private IncomeLine? IncomeOf(RowCheck cells)
    {
        var before = cells.Found;
        var year = cells.Whole("Year", ProfileCheck.FirstYear, _thisYear, isRequired: true);
        if (!cells.IsFilled("Amount"))
            cells.Report("Amount", "Missing");
        var amount = cells.Amount("Amount", ProfileCheck.LargestAmount);
        var kind = cells.Word("IncomeKind", Words("IncomeKind"), isRequired: true);
        var work = cells.Text("Work", ProfileCheck.LongestLine, isRequired: true);
        return cells.Found > before ? null : new(new(Guid.CreateVersion7()), null, year, amount, Enum.Parse<IncomeKind>(kind!), work!);
    }

    private WordList Words(string column) => _columns[column].Words!;
}
