using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Reports;

/// <summary>A report as it is read, in one language: every word is in it, and nothing is asked of anyone while it is drawn.</summary>
/// <param name="Words">Headings by key.</param>
public sealed record ReportDocument(string Language, string Body, string Title, ImmutableDictionary<string, string> Words)
{
    public ImmutableArray<ReportFact> Facts { get; init; } = [];

    public ImmutableArray<ReportPresence> Attendance { get; init; } = [];

    /// <summary>What changed seats or quorum, a sentence each.</summary>
    public ImmutableArray<string> Movements { get; init; } = [];

    /// <summary>What was put right after the meeting, and what stood there before, a sentence each.</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    public ImmutableArray<ReportItem> Items { get; init; } = [];

    /// <summary>What was written for the report of the meeting as a whole while it sat.</summary>
    public string Notes { get; init; } = "";

    public string this[string key] => Words[key];

    /// <summary>That a text was changed after the members had the report.</summary>
    public string Changed(DateTimeOffset at) => ReceiverLanguage.Run(Language, () => string.Format(CultureInfo.CurrentCulture, this["ChangedAfter"], at.ToDayAndTime()));
}

public sealed record ReportFact(string Label, string Text);

/// <param name="As">Seat and quality, or in what other capacity.</param>
/// <param name="Times">Each stay; empty for who did not come.</param>
public sealed record ReportPresence(string Name, string As, string Times);

/// <param name="Notes">What the secretary noted for the report while it was dealt with.</param>
public sealed record ReportItem(ItemId Id, string Heading, ImmutableArray<ReportFact> Facts, ImmutableArray<ReportBallot> Ballots, string Notes);

/// <param name="Title">Which ballot and how it ended.</param>
public sealed record ReportBallot(string Title, ImmutableArray<ReportFact> Facts, ImmutableArray<ReportOption> Options);

/// <param name="Result">What became of it, by its name.</param>
/// <param name="Formula">The count written out; empty for a ballot that was not counted.</param>
public sealed record ReportOption(string Name, string Result, string Formula, ImmutableArray<ReportCount> Counts);

/// <summary>A line of a count: seats there, for, against, abstained, did not vote.</summary>
public sealed record ReportCount(string Group, int Present, int For, int Against, int Abstained, int Pending);
