using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Somebody stepped aside for a file where it stood before, or for the one whose decision it is an appeal against, and has not gone back on it.</summary>
/// <param name="File">The one that stands on the agenda ahead.</param>
/// <param name="On">When they last did.</param>
public sealed record EarlierRecusal(FileId File, PersonId Person, DateOnly On)
{
    /// <summary>Whether it was for the decision that is appealed against.</summary>
    public bool IsOfFirst { get; init; }
}

/// <summary>Where else a file of an agenda ahead stands or stood, or the one whose decision it is an appeal against.</summary>
/// <param name="Ahead">The meeting on whose agenda it is now.</param>
/// <param name="File">The one that stands or stood there.</param>
public sealed record OtherLine(MeetingId Ahead, FileId File, MeetingId Meeting, ItemId Item);

/// <summary>Finds who stepped aside for a file in another chamber, at an earlier meeting, or before it was put off to another agenda; for an appeal, also for what it is against.</summary>
/// <remarks>
/// An appeal goes to another chamber (royal decree, art. 22), and a member may sit in both: it is the same matter, whatever its number.
/// Read from the journals of those meetings and from what members said before them, not kept a second time: so it is forgotten when they are. The last
/// word about the file counts, wherever it was said: whoever took part after all, or answered since that there is no conflict, is not asked again.
/// </remarks>
public sealed class EarlierRecusals(MeetingJournal journal)
{
    // As the journals write them: what is looked for is found without reading the rest.
    private const string PutOnAgendaStart = """{"$type":"put-on-agenda",""";
    private const string RecusalStart = """{"$type":"recus""";

    /// <summary>For all meetings at once, for it goes through every agenda there was.</summary>
    public static async Task<ILookup<MeetingId, OtherLine>> OtherLinesAsync(WitaLiveDb db, IQueryable<PlannedMeeting> ahead, CancellationToken ct)
    {
        var lines = await ahead.SelectMany(m => m.Agenda, (meeting, line) => new { meeting.Id, line.FileId }).Where(one => one.FileId != null).ToListAsync(ct);
        var matters = await MattersAsync(db, [.. lines.Select(one => one.FileId!.Value).Distinct()], ct);
        var of = matters.ToLookup(one => one.Value, one => one.Key);
        var mine = lines.SelectMany(one => of[one.FileId!.Value].Select(file => (File: file, one.Id))).ToLookup(one => one.File, one => one.Id);
        var files = mine.Select(one => one.Key).ToList();
        var all = await db.Set<PlannedMeeting>().SelectMany(m => m.Agenda, (meeting, line) => new { meeting.Id, line.FileId, Item = line.Id })
            .Where(one => one.FileId != null && files.Contains(one.FileId.Value)).ToListAsync(ct);
        return (from other in all
                let file = other.FileId!.Value
                from id in mine[file].Distinct()
                where id != other.Id
                select new OtherLine(id, file, other.Id, other.Item)).ToLookup(other => other.Ahead);
    }

    /// <param name="others">Where else the files of its agenda stand or stood.</param>
    public async Task<ImmutableArray<EarlierRecusal>> OfAsync(WitaLiveDb db, PlannedMeeting meeting, IReadOnlyCollection<OtherLine> others, CancellationToken ct)
    {
        var matters = await MattersAsync(db, [.. meeting.Agenda.Select(line => line.FileId).OfType<FileId>()], ct);
        var meetings = others.Select(other => other.Meeting).Concat(await TakenOffAsync(db, [.. matters.Keys], ct)).Distinct().ToList();
        var words = await AnswersAsync(db, others, [.. matters.Keys], ct);
        foreach (var id in await db.Set<JournalEntry>().Where(e => meetings.Contains(e.MeetingId) && e.Payload.StartsWith(RecusalStart)).Select(e => e.MeetingId).Distinct().ToListAsync(ct))
            words.AddRange(await RecusalsAsync(id, ct));
        var here = meeting.Agenda.Select(line => line.Id).ToHashSet();
        return
        [
            .. from word in words
               where matters.ContainsKey(word.File) && !here.Contains(word.Item)
               group word by (File: matters[word.File], word.Person) into said
               let last = said.OrderBy(word => word.At).Last()
               where last.StepsAside
               select new EarlierRecusal(said.Key.File, last.Person, last.At.DayInBrussels()) { IsOfFirst = last.File != said.Key.File },
        ];
    }

    // Every file in which one of these was dealt with, itself included, with the one that it leads to: a decision is appealed against once.
    private static async Task<Dictionary<FileId, FileId>> MattersAsync(WitaLiveDb db, List<FileId> files, CancellationToken ct)
    {
        var appeals = await db.Set<ApplicationFile>().Where(f => files.Contains(f.Id) && f.AppealOfId != null).Select(f => new { f.Id, First = f.AppealOfId!.Value }).ToListAsync(ct);
        var matters = appeals.ToDictionary(one => one.First, one => one.Id);
        foreach (var file in files)
            matters[file] = file;
        return matters;
    }

    // A file taken from an agenda before the meeting leaves no line there; its own journal says where it stood, and what was asked about it does.
    private static async Task<IEnumerable<MeetingId>> TakenOffAsync(WitaLiveDb db, List<FileId> files, CancellationToken ct)
    {
        var about = files.ConvertAll(file => (FileId?)file);
        var asked = await db.Set<PossibleConflict>().Where(c => about.Contains(c.FileId)).Select(c => c.MeetingId).Distinct().ToListAsync(ct);
        return (await db.Set<ApplicationStep>().Where(s => files.Contains(s.FileId) && s.Payload.StartsWith(PutOnAgendaStart)).Select(s => s.Payload).ToListAsync(ct))
            .Select(ApplicationStep.Of).OfType<PutOnAgenda>().Select(put => put.Meeting).Concat(asked);
    }

    // Of lines that were taken off too: the answer knows its file.
    private static async Task<List<Word>> AnswersAsync(WitaLiveDb db, IReadOnlyCollection<OtherLine> others, List<FileId> files, CancellationToken ct)
    {
        var fileOf = others.ToDictionary(other => other.Item, other => other.File);
        var (items, about) = (fileOf.Keys.ToList(), files.ConvertAll(file => (FileId?)file));
        var answered = await db.Set<PossibleConflict>().AsNoTracking().Where(c => (items.Contains(c.ItemId) || about.Contains(c.FileId)) && c.AnsweredAt != null).ToListAsync(ct);
        return answered.ConvertAll(c => new Word(c.ItemId, c.FileId ?? fileOf[c.ItemId], c.PersonId, c.LiftedAt ?? c.AnsweredAt!.Value, c.State is ConflictState.Confirmed));
    }

    private async Task<List<Word>> RecusalsAsync(MeetingId id, CancellationToken ct)
    {
        var (fileOf, words) = (new Dictionary<ItemId, FileId>(), new List<Word>());
        await foreach (var (_, happened) in journal.EventsAsync(id, 0, ct))
        {
            switch (happened)
            {
                case MeetingPrepared { Plan.Agenda: var agenda }:
                    foreach (var item in agenda.Where(item => item.File is not null))
                        fileOf[item.Id] = item.File!.Value;
                    break;
                case Recused recused when fileOf.TryGetValue(recused.Item, out var file):
                    words.Add(new(recused.Item, file, recused.Person, recused.At, StepsAside: true));
                    break;
                case RecusalWithdrawn withdrawn when fileOf.TryGetValue(withdrawn.Item, out var file):
                    words.Add(new(withdrawn.Item, file, withdrawn.Person, withdrawn.At, StepsAside: false));
                    break;
            }
        }
        return words;
    }

    private sealed record Word(ItemId Item, FileId File, PersonId Person, DateTimeOffset At, bool StepsAside);
}
