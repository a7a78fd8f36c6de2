using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Import;

/// <summary>
/// Brings a context to what the rows say; saving it, or not, is up to the caller. Applied a second time it finds everything in place:
/// files are known by their number, lines of an agenda by their file.
/// </summary>
internal sealed class AgendaChanges(WitaLiveDb db, RulesInForce rules, Names names, DateTimeOffset now, List<CellProblem> problems)
{
    private readonly AgendaLines _lines = new(names);
    private readonly Dictionary<(string Number, MeetingId Meeting), int> _seen = [];
    private Dictionary<string, ApplicationFile> _files = [];
    private List<Chamber> _chambers = [];
    private List<PlannedMeeting> _meetings = [];

    public async Task ApplyAsync(IReadOnlyList<AgendaRow> rows, Action<int> done, CancellationToken ct)
    {
        _files = await db.Set<ApplicationFile>().ToDictionaryAsync(f => f.Number, ct);
        _chambers = await db.Chambers.AsNoTracking().AsSplitQuery().ToListAsync(ct);
        _meetings = await db.Set<PlannedMeeting>().Include(m => m.Agenda).AsSplitQuery()
            .Where(m => m.CancelledAt == null && m.State == MeetingState.Planned).ToListAsync(ct);
        foreach (var (index, row) in rows.OrderBy(r => r.Order ?? int.MaxValue).ThenBy(r => r.Row).Index())
        {
            ct.ThrowIfCancellationRequested();
            if (MeetingOf(row) is { } meeting)
                Put(row, meeting);
            done(index + 1);
        }
    }

    private PlannedMeeting? MeetingOf(AgendaRow row)
    {
        var chambers = _chambers.Where(c => c.Formation == row.Formation && c.Section == row.Section && c.AdHocLanguage is null).ToList();
        if (chambers.Find(c => c.Number == row.Chamber) is not { } chamber)
        {
            problems.Add(new(row.Row, "Chamber", $"{row.Chamber}", "NoSuchChamber", [string.Join(", ", chambers.Select(c => c.Number).Order())]));
            return null;
        }
        var planned = _meetings.Where(m => m.ChamberId == chamber.Id).ToList();
        var thatDay = planned.Where(m => m.StartsAt.DayInBrussels() == row.Day).ToList();
        if (thatDay.Count == 1)
            return thatDay[0];
        problems.Add(thatDay.Count == 0
            ? new(row.Row, "Day", row.Day.ToShortDay(), "NoSuchMeeting", [string.Join(", ", planned.OrderBy(m => m.StartsAt).Select(m => m.StartsAt.ToShortDay()).DefaultIfEmpty("–"))])
            : new(row.Row, "Day", row.Day.ToShortDay(), "TwoMeetings", []));
        return null;
    }

    private void Put(AgendaRow row, PlannedMeeting meeting)
    {
        if (!_seen.TryAdd((row.Number, meeting.Id), row.Row))
        {
            problems.Add(new(row.Row, "FileNumber", row.Number, "FileTwice", [_seen[(row.Number, meeting.Id)]]));
            return;
        }
        if (FileOf(row, meeting) is not { } file)
            return;
        if (_meetings.Find(other => other != meeting && other.Agenda.Any(l => l.FileId == file.Id)) is { } elsewhere)
        {
            problems.Add(new(row.Row, "FileNumber", row.Number, "OtherAgenda", [elsewhere.StartsAt.ToShortDay()]));
            return;
        }
        if (meeting.Agenda.All(l => l.FileId != file.Id) && meeting.AgendaClosedSince(rules.Notice, now) is { } last)
        {
            problems.Add(new(row.Row, "Day", row.Day.ToShortDay(), "AgendaClosed", [last.ToShortDay()]));
            return;
        }

        var made = _lines.Of(file, rules, row.Minutes);
        if (row.Titles.Count > 0) // called as the sheet says, in the languages of the meeting
            made.Titles = meeting.Languages.ToImmutableSortedDictionary(l => l, l => row.Titles.GetValueOrDefault(l) ?? made.Titles[l]);
        if (meeting.Agenda.FirstOrDefault(l => l.FileId == file.Id) is not { } line)
        {
            meeting.Add(made);
            db.Entry(made).State = EntityState.Added; // it has its key already, which would pass for a stored line
        }
        else if (line.Minutes != made.Minutes || line.Applicant != made.Applicant || !line.Titles.SequenceEqual(made.Titles))
        {
            (line.Minutes, line.Applicant, line.Titles) = (made.Minutes, made.Applicant, made.Titles);
            meeting.Touch();
        }
    }

    private ApplicationFile? FileOf(AgendaRow row, PlannedMeeting meeting)
    {
        if (_files.TryGetValue(row.Number, out var file))
        {
            if (file.Kind != row.Kind)
            {
                problems.Add(new(row.Row, "Kind", names.Of($"fileKind.{row.Kind}"), "OtherKind", [names.Of($"fileKind.{file.Kind}")]));
                return null;
            }
            if (!file.IsOpen || !MayStand(file, meeting))
            {
                problems.Add(new(row.Row, "FileNumber", row.Number, file.IsOpen ? "FileElsewhere" : "FileClosed", []));
                return null;
            }
            // What came in here says itself whose it is and until when it is to be decided.
            if (!file.IsKept && (file.Applicant, file.Language, file.Domain, file.DueOn) != (row.Applicant, row.Language, row.Domain ?? file.Domain, row.DueOn ?? file.DueOn))
                (file.Applicant, file.Language, file.Domain, file.DueOn, file.ChangedAt) = (row.Applicant, row.Language, row.Domain ?? file.Domain, row.DueOn ?? file.DueOn, now);
        }
        else
        {
            file = new ApplicationFile
            {
                Id = new(Guid.NewGuid()),
                Number = row.Number,
                Kind = row.Kind,
                Applicant = row.Applicant,
                Language = row.Language,
                Domain = row.Domain,
                DueOn = row.DueOn,
                ChangedAt = now,
            };
            _files.Add(row.Number, file);
            db.Add(file);
        }
        if (IsWaiting(file))
            file.State = FileState.OnAgenda;
        return file;
    }

    private static bool IsWaiting(ApplicationFile file) => file.State is FileState.Ready or FileState.Postponed or FileState.Referred;

    // An appeal never comes before the chamber that had the file, nor anything before a chamber it was not sent to; of a file from elsewhere only the sheet knows.
    private bool MayStand(ApplicationFile file, PlannedMeeting meeting)
    {
        if (!file.IsKept || meeting.Agenda.Any(line => line.FileId == file.Id))
            return true;
        var chamber = _chambers.First(c => c.Id == meeting.ChamberId);
        return (IsWaiting(file) || _meetings.Exists(other => other.Agenda.Any(line => line.FileId == file.Id)))
            && (file.ReferredTo is { } formation ? formation == chamber.Formation : file.ChamberId == chamber.Id);
    }
}
