using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>One remark as it may be shown: its author only when they wanted it, and to themselves.</summary>
/// <param name="By">Null for an anonymous one.</param>
public sealed record ShownRemark(Guid Id, string? By, string Text, bool IsOwn);

/// <summary>Remarks on an earlier report that were taken at this meeting.</summary>
public sealed record EarlierRemarks(MeetingId Meeting, DateTimeOffset Day, ImmutableArray<ShownRemark> Remarks);

/// <summary>A version of a part, with its author by name.</summary>
/// <param name="By">Null when nobody of that name is known any more.</param>
public sealed record ShownVersion(ReportPart Part, string? By);

/// <summary>The report of one meeting, with all that its page shows to one reader.</summary>
/// <param name="DueOn">The last day for supplying it; null while the meeting is not over.</param>
public sealed record ReportSheet(
    MeetingReport Facts, ImmutableArray<ReportDocument> Documents, ReportProgress Progress, DateOnly? DueOn, ImmutableArray<string> Source, ReportStage? Stage)
{
    /// <summary>Every version of every part, latest last.</summary>
    public ImmutableArray<ShownVersion> Parts { get; init; } = [];

    public ImmutableArray<ShownRemark> Remarks { get; init; } = [];

    public ImmutableArray<EarlierRemarks> Earlier { get; init; } = [];

    /// <summary>Who confirmed it, by name.</summary>
    public (string? Chair, string? Secretary) Confirmed { get; init; }

    public bool IsSecretariat { get; init; }

    /// <summary>The reader is of another chamber, to which it is lent for a file: they read, and do nothing else.</summary>
    public bool IsLent { get; init; }

    /// <summary>Who asked for it, and who has read it then; for the secretariat.</summary>
    public ImmutableArray<ShownLoan> Loans { get; init; } = [];

    /// <summary>The reader may confirm the report as its chair.</summary>
    public bool IsChair { get; init; }

    public bool HasSatSince { get; init; }

    /// <summary>Another number after every change of the texts, of the facts and of the remarks.</summary>
    public int Changes => ChangesOf(Facts, Parts.Length, Remarks.Length);

    /// <summary>What stood below its record in the mail that told of it; it changes with every event since, and stands in the workbook beside the last one of that day. Null before it is supplied, and where nobody looked.</summary>
    public string? PrintAtSupply => Stage is { } stage && Facts.Seal is { BrokenAt: null } seal ? seal.Prints.Take(Facts.Journal.Count(line => line.Happened.At <= stage.SuppliedAt)).LastOrDefault() : null;

    internal static int ChangesOf(MeetingReport facts, int versions, int remarks) => facts.Journal.Count + versions + remarks;

    /// <summary>How many people are written to when it is supplied.</summary>
    public int Members => ReportMails.Receivers(Facts).Count();

    /// <summary>When a part was last written, if that was after the members had the report.</summary>
    public DateTimeOffset? ChangedAfterSupply(Guid place, string language) =>
        Stage is { } stage && Written(place, language) is { } latest && latest.Part.WrittenAt > stage.SuppliedAt ? latest.Part.WrittenAt : null;

    /// <summary>What a part says now; what was noted in the meeting while nobody has written it. Null when there is neither.</summary>
    public string? TextOf(Guid place, ReportDocument document) =>
        Written(place, document.Language)?.Part.Text ?? (NotesOf(place, document) is { Length: > 0 } notes ? notes : null);

    /// <summary>The version of a part that is shown, with its author; null while nobody has written it.</summary>
    public ShownVersion? Written(Guid place, string language) => Parts.LastOrDefault(p => p.Part.Place == place && p.Part.Language == language);

    /// <summary>Whether this is what a screen showed that had that version of a part: then nobody typed anything there.</summary>
    /// <param name="version">0 for none: what was noted in the meeting.</param>
    public bool IsAsShown(Guid place, string language, int version, string text) => (version > 0
        ? Parts.FirstOrDefault(p => p.Part.Place == place && p.Part.Language == language && p.Part.Version == version)?.Part.Text
        : Documents.FirstOrDefault(d => d.Language == language) is { } document ? NotesOf(place, document) : null) == text;

    public int VersionOf(Guid place, string language) => Parts.Count(p => p.Part.Place == place && p.Part.Language == language);

    private static string NotesOf(Guid place, ReportDocument document) =>
        place == ReportPart.Whole ? document.Notes : document.Items.FirstOrDefault(i => i.Id.Value == place)?.Notes ?? "";
}
