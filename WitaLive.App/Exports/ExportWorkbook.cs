using System.Security.Claims;
using Microsoft.Extensions.Localization;
using WitaLive.App.Fees;
using WitaLive.App.Languages;
using WitaLive.App.Minutes;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.App.Exports;

/// <summary>The workbook of several meetings: what happened in them, and behind it what they cost.</summary>
public sealed class ExportWorkbook(SeveralReports reports, FeeDesk fees, FeeWorkbook sheets, IStringLocalizer<ExportTexts> texts)
{
    /// <summary>Asked once it is established who may.</summary>
    /// <param name="read">Reads the meetings anew for each sheet.</param>
    /// <param name="progress">Percent.</param>
    internal async Task WriteAsync(ClaimsPrincipal who, ExportWish wish, IReadOnlySet<MeetingId> meetings, Func<IAsyncEnumerable<MeetingReport>> read, Stream to, IProgress<int>? progress, CancellationToken ct)
    {
        // Fees are one more pass over the meetings.
        var (done, all) = (0, meetings.Count * (SeveralReports.Passes + 1));
        string title = texts["WorkbookTitle", wish.From.ToShortDay(), wish.Until.ToShortDay()];
        using var workbook = new WorkbookWriter(to);
        await reports.WriteAsync(workbook, title, read, wish.Person, () => progress?.Report(++done * 100 / all), ct);
        sheets.Write(await fees.ReadAsync(who, wish.Begins, wish.Ends, meetings, wish.Person, ct), title, workbook);
        progress?.Report(100);
    }
}
