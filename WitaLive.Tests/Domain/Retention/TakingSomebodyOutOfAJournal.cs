using System.Text.Json;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Retention;
using WitaLive.Tests.Domain.Meetings;

namespace WitaLive.Tests.Domain.Retention;

/// <summary>The journal of a meeting outlives the files it dealt with; it still proves what happened, and tells of whom no more.</summary>
public class TakingSomebodyOutOfAJournal
{
    public static TheoryData<string> Names => SampleJournals.Names;

    [Theory, MemberData(nameof(Names))]
    public void Leaves_every_event_in_its_place_with_its_hour_its_hand_and_its_votes(string name)
    {
        var before = SampleJournals.Read(name).ToList();
        var files = FilesOf(before);

        var after = new Effacement(files, ["Nobody Of This Name"]).Of(before);

        Assert.Equal(before.Select(e => (e.GetType(), e.At, e.By)), after.Select(e => (e.GetType(), e.At, e.By)));
        var (was, now) = (Fold(before), Fold(after));
        Assert.Equal(JsonSerializer.Serialize(was.Ballots), JsonSerializer.Serialize(now.Ballots));
        Assert.Equal(was.Items.Select(i => (i.Id, i.Conclusion?.Kind, i.Conclusion?.Outcome, i.Conclusion?.At, i.Spent)), now.Items.Select(i => (i.Id, i.Conclusion?.Kind, i.Conclusion?.Outcome, i.Conclusion?.At, i.Spent)));
        Assert.Equal((was.State, was.OpenedAt, was.EndedAt, was.Version), (now.State, now.OpenedAt, now.EndedAt, now.Version));
        Assert.Equal(JsonSerializer.Serialize(was.Attendances.OrderBy(a => a.Key.Value)), JsonSerializer.Serialize(now.Attendances.OrderBy(a => a.Key.Value)));
        Assert.Equal(Lines(after), Lines(new Effacement(files, []).Of(after))); // again, it changes nothing more
        Assert.Equal(Lines(before), Lines(new Effacement(new HashSet<FileId>(), []).Of(before))); // and of strangers nothing at all
    }

    [Fact]
    public void Takes_out_what_was_written_about_their_item_and_their_name_wherever_it_stands()
    {
        var (theirs, other) = (A.Point(1) with { Applicant = "Ysaline Grosdent" }, A.Point(2) with { Applicant = "Léa Cornet" });
        MeetingEvent[] journal =
        [
            new MeetingPrepared(A.Restricted() with { Agenda = [theirs, other] }),
            new HearingStarted(theirs.Id, ["Ysaline Grosdent", "Maître Un Tel"]),
            new HearingCorrected(theirs.Id, 0, ["Maître Un Tel"], A.Start, A.Start, "Elle n’y était pas"),
            new NoteTaken(Guid.NewGuid(), theirs.Id, "Elle vit à Ostende."),
            new NoteTaken(Guid.NewGuid(), other.Id, "On compare avec ysaline grosdent."),
            new NoteTaken(Guid.NewGuid(), null, "Ysaline Grosdent arrive en retard."),
            new GuestSignedIn(A.Guest, "Ysaline Grosdent", Capacity.Heard, AttendanceMode.OnSite),
            new MeetingSuspended("Ysaline Grosdent se sent mal."),
            new PauseCorrected(0, A.Start, A.Start, "Ysaline Grosdent se sent mieux.", "Ysaline Grosdent l’a dit."),
            new ItemConcluded(theirs.Id, ConclusionKind.Postponed, null, "Elle est malade.", null, null),
            new ItemConcluded(theirs.Id, ConclusionKind.Referred, null, "D’accord pour Elle.", null, TheRules.Enlarged, Asked: "Elle l’a mérité."),
            new ConclusionCorrected(theirs.Id, "Malade depuis mai.", "Elle l’a dit."),
            new ItemConcluded(other.Id, ConclusionKind.Postponed, null, "Pièce manquante.", null, null),
        ];

        var after = string.Join('\n', Lines(new Effacement(new HashSet<FileId> { theirs.File!.Value }, ["Ysaline Grosdent"]).Of(journal)));

        foreach (var word in new[] { "Ysaline", "ysaline", "Grosdent", "Un Tel", "Ostende", "malade", "Malade", "Elle" })
            Assert.DoesNotContain(word, after, StringComparison.Ordinal);
        foreach (var word in new[] { "2026-1", "2026-2", "Cornet", "On compare avec", "arrive en retard.", "se sent mal.", "se sent mieux.", "manquante." })
            Assert.Contains(word, after, StringComparison.Ordinal);
    }

    private static HashSet<FileId> FilesOf(IEnumerable<MeetingEvent> journal) =>
        [.. journal.OfType<MeetingPrepared>().SelectMany(prepared => prepared.Plan.Agenda).Concat(journal.OfType<ItemAdded>().Select(added => added.Item)).Select(item => item.File).OfType<FileId>()];

    private static Meeting Fold(IEnumerable<MeetingEvent> journal) => journal.Aggregate(new Meeting(), (meeting, happened) => meeting.Apply(happened));

    private static IEnumerable<string> Lines(IEnumerable<MeetingEvent> journal) => journal.Select(happened => System.Text.RegularExpressions.Regex.Unescape(JsonSerializer.Serialize(happened)));
}
