using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Fees;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.App.Exports;

/// <summary>What the meetings of a workbook cost, behind what happened in them: statements, fees, journeys.</summary>
public sealed class ExportedFees(FeeDesk desk, FeeWorkbook sheets)
{
    /// <param name="title">Printed above each page.</param>
    /// <exception cref="UnauthorizedAccessException">Everybody's fees are for the secretariat alone.</exception>
    public async Task WriteAsync(ClaimsPrincipal who, ExportWish wish, IEnumerable<MeetingId> meetings, string title, WorkbookWriter workbook, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        sheets.Write(await desk.ReadAsync(who, wish.Begins, wish.Ends, meetings.ToHashSet(), wish.Person, ct), title, workbook);
    }
}
