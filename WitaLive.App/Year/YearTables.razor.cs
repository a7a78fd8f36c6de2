using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>All the figures of a period, each with what it counts and its length beside it.</summary>
public sealed partial class YearTables(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required YearReport Report { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private ImmutableArray<FigureRow> Wholes(params ReadOnlySpan<FigureKind> kinds) =>
        [.. kinds.ToArray().Select(kind => new FigureRow(words.Name(kind), words.Counts(kind, Report.Period, Report.MonthsToDecide), Report[kind], Address(kind, "")))];

    private ImmutableArray<FigureRow> InTime => [Known(FigureKind.InTime, Report.WithDueDate), Known(FigureKind.InPlainTime, Report.WithCompleteDay)];

    // A file that only agendas know may have no legal date, and was declared complete nowhere here: it is in no share.
    private FigureRow Known(FigureKind kind, int known)
    {
        var row = Wholes(kind)[0];
        return row with { Whole = known, Words = known == Report[FigureKind.Decided] ? row.Words : words["OfKnown", row.Words ?? "", YearWords.Number(known), YearWords.Number(Report[FigureKind.Decided])] };
    }

    private ImmutableArray<FigureRow> Parts(FigureKind kind) =>
        [.. Report.PartsOf(kind).Select(part => new FigureRow(words.Part(kind, part.Part), null, part.Count, Address(kind, part.Part)))];

    private ImmutableArray<FigureRow> WithWhole(FigureKind kind) => [.. Wholes(kind), .. Parts(kind)];

    private string? Address(FigureKind kind, string part) => MayOpen ? FigureList.Address(kind, part, Report.Period) : null;
}
