using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Display;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Gives an empty Development database meetings to try: data/demo/meetings.json.</summary>
/// <remarks>May run at every start: it writes in one transaction and only while there is no meeting at all.</remarks>
internal sealed class DemoMeetings(
    IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, AgendaLines lines, TimeProvider clock)
{
    public async Task LoadAsync(string path, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AnyAsync(ct))
            return;

        await using var text = File.OpenRead(path);
        var demo = await JsonSerializer.DeserializeAsync<Demo>(text, CommissionFiles.Options, ct) ?? throw new InvalidDataException($"{path} is empty.");
        var today = clock.GetUtcNow().DayInBrussels();
        foreach (var one in demo.Meetings)
        {
            // Today's sits today, whatever day it is: it is there to be tried.
            var day = one.InDays == 0 ? today : WorkingDay(today.AddDays(one.InDays));
            Add(db, one, day, await directory.ReadAsync(db, day, ct));
        }
        foreach (var file in demo.Waiting)
        {
            db.Add(new ApplicationFile
            {
                Id = new(Guid.CreateVersion7()), Number = file.Number, Kind = file.Kind, Applicant = file.Applicant, Language = file.Language, Domain = file.Domain,
                DueOn = today.AddDays(file.DueInDays), State = FileState.Ready,
            });
        }
        foreach (var one in demo.Dates)
            Add(db, one, today);
        await db.SaveChangesAsync(ct);
    }

    private void Add(WitaLiveDb db, DemoMeeting one, DateOnly day, Commission commission)
    {
        var chamber = commission.Chamber(new(CommissionFiles.IdOf("chamber/" + one.Chamber))) ?? throw new InvalidDataException($"There is no chamber {one.Chamber}.");
        var inForce = rules.On(day);
        var meeting = new PlannedMeeting
        {
            Id = new(Guid.CreateVersion7()),
            ChamberId = chamber.Id,
            Formation = chamber.Formation,
            StartsAt = BrusselsTime.At(day, one.At),
            Minutes = one.Minutes,
            Mode = one.Mode,
            Place = one.Place,
            Languages = PlannedMeeting.LanguagesOf(chamber, inForce.Composition),
            CreatedBy = commission.Secretariat.FirstOrDefault()?.Id,
        };
        if (!chamber.VotingSeats.Any())
            meeting.Compose(SeatChoice.Propose(commission, inForce.Composition.Formation(chamber.Formation)));
        // What sits where a chamber below refers to came by that way: put off, it comes back here and not to a chamber below.
        var comesByReferral = inForce.Composition.Formations.Any(f => inForce.NotCarriedRefersTo(f.Code) == chamber.Formation);
        foreach (var file in one.Files.IsDefault ? [] : one.Files)
        {
            var stored = new ApplicationFile
            {
                Id = new(Guid.CreateVersion7()), Number = file.Number, Kind = file.Kind, Applicant = file.Applicant, Language = file.Language, Domain = file.Domain,
                ReferredTo = comesByReferral ? chamber.Formation : null, State = FileState.OnAgenda,
            };
            db.Add(stored);
            meeting.Add(lines.Of(stored, inForce, file.Minutes));
        }
        foreach (var point in one.Points.IsDefault ? [] : one.Points)
            meeting.Add(lines.Of(point.Titles.ToImmutableSortedDictionary(), inForce, point.Minutes));
        db.Add(meeting);
        if (one.DisplayKey is { } key)
            db.Add(new DisplayKey { Key = key, MeetingId = meeting.Id, CreatedAt = clock.GetUtcNow() });
    }

    private DateOnly WorkingDay(DateOnly day)
    {
        while (!rules.On(day).Notice.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private void Add(WitaLiveDb db, DemoDate one, DateOnly today)
    {
        var day = WorkingDay(today.AddDays(one.InDays));
        db.Add(new ProvisionalDate
        {
            Id = new(Guid.CreateVersion7()), ChamberId = new(CommissionFiles.IdOf("chamber/" + one.Chamber)), StartsAt = BrusselsTime.At(day, one.At), Minutes = one.Minutes,
            Mode = one.Mode, Place = one.Place,
        });
    }

    private sealed record Demo(string Note, ImmutableArray<DemoMeeting> Meetings, ImmutableArray<DemoWaiting> Waiting, ImmutableArray<DemoDate> Dates);

    private sealed record DemoWaiting(string Number, string Kind, string Applicant, string Language, string Domain, int DueInDays);

    private sealed record DemoDate(string Chamber, int InDays, TimeOnly At, int Minutes, MeetingMode Mode, string Place);

    private sealed record DemoMeeting(
        string Chamber, int InDays, TimeOnly At, int Minutes, MeetingMode Mode, string Place,
        ImmutableArray<DemoFile> Files = default, ImmutableArray<DemoPoint> Points = default, string? DisplayKey = null);

    private sealed record DemoFile(string Number, string Kind, string Applicant, string Language, string Domain, int Minutes);

    private sealed record DemoPoint(ImmutableDictionary<string, string> Titles, int Minutes);
}
