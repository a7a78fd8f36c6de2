using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Exports;

/// <summary>What can be chosen for a workbook, by name.</summary>
public sealed record ExportChoices(ImmutableArray<(ChamberId Id, string Name)> Chambers, ImmutableArray<(PersonId Id, string Name)> People);

/// <summary>Writes what meetings left behind into workbooks, for the secretariat: a period, a chamber, a member.</summary>
public sealed class ExportDesk(
    IDbContextFactory<WitaLiveDb> databases, ReportsOfMeetings reports, ExportWorkbook workbook, CommissionDirectory directory, SeatWords words, TimeProvider clock,
    IStringLocalizer<ExportTexts> texts)
{
    public async Task<ExportChoices> ChoicesAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        return new(
            [.. commission.Chambers.Select(c => (c.Id, words.Chamber(c)))],
            [.. commission.Seats.SelectMany(s => s.Duo).Concat(commission.Offices.Select(o => o.Person)).DistinctBy(p => p.Id)
                .OrderBy(p => p.FamilyName, StringComparer.CurrentCulture).ThenBy(p => p.GivenName, StringComparer.CurrentCulture).Select(p => (p.Id, $"{p.FamilyName}, {p.GivenName}"))]);
    }

    /// <summary>How the file is called.</summary>
    public string NameOf(ExportWish wish) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{texts["FileName"].Value}-{wish.From:yyyy-MM-dd}-{wish.Until:yyyy-MM-dd}.xlsx");

    /// <summary>Writes the workbook in the language of the caller.</summary>
    /// <param name="progress">Percent.</param>
    /// <returns>The refusal, or null when it is written.</returns>
    public async Task<Refusal?> WriteAsync(ClaimsPrincipal who, ExportWish wish, Stream to, IProgress<int>? progress, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (wish.WhyNot() is { } why)
            return why;
        var meetings = await MeetingsAsync(wish, ct);
        if (meetings.Count == 0)
            return new ExportIsEmpty();
        await workbook.WriteAsync(who, wish, meetings.ToHashSet(), () => ReadAsync(meetings, ct), to, progress, ct);
        return null;
    }

    private async Task<List<MeetingId>> MeetingsAsync(ExportWish wish, CancellationToken ct)
    {
        var (from, before) = (wish.Begins, wish.Ends);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.StartsAt >= from && m.StartsAt < before && m.State != MeetingState.Planned && (wish.Chamber == null || m.ChamberId == wish.Chamber))
            .OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
        if (wish.Person is not { } person)
            return found;
        var own = new List<MeetingId>();
        foreach (var id in found)
            if (await reports.ReadAsync(id, ct) is { } report && (report.Meeting.SeatOf(person) is not null || report.Meeting.Attendances.ContainsKey(person)))
                own.Add(id);
        return own;
    }

    private async IAsyncEnumerable<MeetingReport> ReadAsync(List<MeetingId> meetings, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var id in meetings)
            if (await reports.ReadAsync(id, ct) is { } report)
                yield return report;
    }
}
