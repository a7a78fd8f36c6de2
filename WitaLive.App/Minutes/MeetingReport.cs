using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Minutes;

/// <summary>
/// Everything a report says of a meeting, as a fold over its journal: <see cref="Apply"/> once for each event. The state itself is
/// <see cref="Meeting"/>'s; kept here is what a state forgets, such as who sat before and what a conclusion was before it was undone.
/// </summary>
public sealed partial class MeetingReport
{
    private readonly Dictionary<ItemId, AgendaItem> _items = [];
    private readonly Dictionary<PersonId, string> _names = [];
    private readonly List<BallotHistory> _ballots = [];

    public Meeting Meeting { get; private set; } = new();

    public MeetingPlan Plan => Meeting.Plan ?? throw new InvalidOperationException("The journal does not begin with a plan.");

    public List<JournalLine> Journal { get; } = [];

    public List<Presided> Presided { get; } = [];

    public List<Correction> Corrections { get; } = [];

    /// <summary>All that was put right, times of attendance too, in the order in which it was.</summary>
    public List<FactCorrection> FactCorrections { get; } = [];

    public List<ProxyHeld> Proxies { get; } = [];

    public List<Turn> Turns { get; } = [];

    /// <summary>How many seats were present or represented at some time: a proxy speaks only while its holder sits.</summary>
    public int SeatsThere =>
        Turns.Select(turn => turn.Seat).Union(Proxies.Where(held => Turns.Exists(turn => turn.Person == held.Proxy.Holder && !(turn.From >= held.EndedAt))).Select(held => held.Proxy.Giver)).Count();

    public List<Recusal> Recusals { get; } = [];

    public List<Dealt> Dealt { get; } = [];

    public List<Concluded> Conclusions { get; } = [];

    public List<Addition> Additions { get; } = [];

    public IReadOnlyList<BallotHistory> Ballots => _ballots;

    /// <summary>Null for a journal in which nothing stands.</summary>
    public static async Task<MeetingReport?> OfAsync(IAsyncEnumerable<(int Sequence, MeetingEvent Happened)> journal)
    {
        var report = new MeetingReport();
        await foreach (var (sequence, happened) in journal)
            report.Apply(sequence, happened);
        return report.Journal.Count == 0 ? null : report;
    }

    public static MeetingReport Of(IEnumerable<MeetingEvent> journal)
    {
        var report = new MeetingReport();
        foreach (var (sequence, happened) in journal.Index())
            report.Apply(sequence, happened);
        return report;
    }

    /// <summary>As the person was called that day.</summary>
    public string NameOf(PersonId person) => _names.GetValueOrDefault(person, "");

    /// <summary>Who did something and is not on the meeting's list: another secretary, after it was over.</summary>
    public IEnumerable<PersonId> Unnamed => Journal.Select(line => line.Happened.By).Distinct().Where(by => !_names.ContainsKey(by));

    public void Name(PersonId person, string name) => _names.TryAdd(person, name);

    /// <summary>Whether this is what was written; null where nobody looked.</summary>
    public JournalSeal? Seal { get; set; }

    /// <summary>For readers to whom it names no applicant: members, one of whom may have stepped aside from an item, and whoever it is lent to for one file.</summary>
    public bool IsWithoutApplicants { get; set; }

    public string? ApplicantOf(AgendaItem item) => IsWithoutApplicants ? null : item.Applicant;

    /// <summary>An item of this or an earlier version of the agenda, or one that was only proposed.</summary>
    public AgendaItem? ItemOf(ItemId item) => _items.GetValueOrDefault(item);

    /// <summary>From when until when an item was dealt with, the first time to the last; null for one that was not.</summary>
    public (DateTimeOffset From, DateTimeOffset? Until)? HoursOn(Item item) => SpellsOn(item) is [var first, ..] spells ? (first.From, spells[^1].Until) : null;

    /// <summary>Each time in which an item was dealt with; for one that nobody called and that was voted on with others, from the opening of that vote to the conclusion. Empty for one that was not.</summary>
    /// <remarks>The hours of which <see cref="Meeting.TimeOn"/> counts the minutes.</remarks>
    public ImmutableArray<(DateTimeOffset From, DateTimeOffset? Until)> SpellsOn(Item item)
    {
        // What was called after an end that was put right was not dealt with in the meeting.
        var dealt = Dealt.FindAll(d => d.Item == item.Id && !(d.From >= Meeting.EndedAt));
        if (dealt.Count > 0)
            return [.. dealt.Select(d => (d.From, d.Until is { } left && !(left > Meeting.EndedAt) ? left : Meeting.EndedAt))];
        return item.Conclusion is { Ballot: { } decidedBy, At: var at } && Meeting.Ballots.FirstOrDefault(b => b.Id == decidedBy) is { } ballot ? [(ballot.OpenedAt, at)] : [];
    }

    /// <summary>Items that were proposed in the meeting and not added, for want of an agreement or because they were taken back.</summary>
    public IEnumerable<AgendaItem> NotAdded => Journal.Select(line => line.Happened).OfType<ItemProposed>().Select(p => p.Item).DistinctBy(item => item.Id).Where(item => Meeting.ItemOf(item.Id) is null);

    public BallotHistory? BallotOf(BallotId? ballot) => _ballots.Find(b => b.Now.Id == ballot);

    private void Apply(int sequence, MeetingEvent happened)
    {
        var before = Meeting;
        Meeting = before.Apply(happened);
        Journal.Add(new(sequence, happened));
        Remember(happened);
        FollowSeats(before, happened.At);
        FollowChair(happened.At);
        FollowItem(before, happened.At);
        Keep(before, happened);
        FollowBallots(happened);
        FollowRecusals(before);
        if (happened is ItemTakenOut takenOut && Meeting.Current != takenOut.Item)
            ReplaceLast(Recusals, r => r.Item == takenOut.Item && r.At == happened.At, r => r with { Then = null }); // it was not dealt with
    }

    private void Remember(MeetingEvent happened)
    {
        switch (happened)
        {
            case MeetingPrepared prepared:
                foreach (var item in prepared.Plan.Agenda)
                    _items[item.Id] = item;
                foreach (var (person, name) in prepared.Plan.Names)
                    _names[person] = name;
                break;
            case GuestSignedIn guest:
                _names[guest.Person] = guest.Name;
                break;
            case GuestCorrected guest:
                _names[guest.Person] = guest.Name;
                break;
            case ItemProposed { Item: var item }:
                _items[item.Id] = item;
                break;
            case ItemAdded { Item: var item }:
                _items[item.Id] = item;
                break;
        }
    }

    private void FollowSeats(Meeting before, DateTimeOffset at)
    {
        if (!ReferenceEquals(before.Occupants, Meeting.Occupants))
        {
            foreach (var (seat, person) in before.Occupants)
                if (!Meeting.Occupants.TryGetValue(seat, out var now) || now != person)
                    ReplaceLast(Turns, t => t.Seat == seat && t.Until is null, t => t with { Until = at });
            foreach (var (seat, person) in Meeting.Occupants)
                if (!before.Occupants.TryGetValue(seat, out var earlier) || earlier != person)
                    Turns.Add(new(seat, person, at));
        }
        if (ReferenceEquals(before.Proxies, Meeting.Proxies))
            return;
        foreach (var (giver, proxy) in before.Proxies)
            if (!Meeting.Proxies.TryGetValue(giver, out var now) || now != proxy)
                ReplaceLast(Proxies, p => p.Proxy == proxy && p.EndedAt is null, p => p with { EndedAt = at });
        foreach (var (giver, proxy) in Meeting.Proxies)
            if (!before.Proxies.TryGetValue(giver, out var earlier) || earlier != proxy)
                Proxies.Add(new(proxy));
    }

    private void FollowChair(DateTimeOffset at)
    {
        if (Meeting.OpenedAt is null)
            return;
        var open = Presided is [.., { Until: null } last] ? last : null;
        var presider = Meeting.IsOver ? null : Meeting.InTheChair;
        if (open is not null && (Meeting.IsOver || open.Presider != presider))
        {
            if (open.From == at && Presided.Count > 1)
                Presided.RemoveAt(Presided.Count - 1); // for no time at all: the end itself gave the chair back
            else
                Presided[^1] = open with { Until = at };
        }
        if (!Meeting.IsOver && (open is null || open.Presider != presider))
            Presided.Add(new(presider, at));
    }

    private void FollowItem(Meeting before, DateTimeOffset at)
    {
        if (before.Current == Meeting.Current && before.CurrentSince == Meeting.CurrentSince)
            return;
        if (before.Current is { } left)
            ReplaceLast(Dealt, d => d.Item == left && d.Until is null, d => d with { Until = at });
        if (Meeting.Current is { } called)
            Dealt.Add(new(called, at));
    }

    private void Keep(Meeting before, MeetingEvent happened)
    {
        switch (happened)
        {
            case AttendanceCorrected corrected:
                Corrections.Add(new(corrected, before.Attendances[corrected.Person].Stays[corrected.Stay]));
                FactCorrections.Add(new(corrected, before));
                break;
            case HoursCorrected corrected:
                FactCorrections.Add(new(corrected, before));
                FollowHours(before, corrected);
                break;
            case PauseCorrected or ConclusionCorrected or HearingCorrected or GuestCorrected:
                FactCorrections.Add(new(happened, before));
                break;
            case Recused recused:
                Recusals.Add(new(recused.Item, recused.Person, recused.At));
                break;
            case RecusalWithdrawn withdrawn:
                ReplaceLast(Recusals, r => r.Item == withdrawn.Item && r.Person == withdrawn.Person && r.WithdrawnAt is null, r => r with { WithdrawnAt = withdrawn.At });
                break;
            case ItemAdded added:
                Additions.Add(new(added, Journal.Select(l => l.Happened).OfType<ItemProposed>().LastOrDefault(p => p.Item.Id == added.Item.Id)));
                break;
            case ItemConcluded concluded:
                Conclusions.Add(new(concluded));
                break;
            case ConclusionUndone undone:
                ReplaceLast(Conclusions, c => c.Made.Item == undone.Item && c.Undone is null, c => c with { Undone = undone });
                break;
        }
    }

    // Whoever led at the opening led from its real hour on, and what lasted until the end ended with it.
    private void FollowHours(Meeting before, HoursCorrected corrected)
    {
        if (Presided is [var first, ..] && first.From == before.OpenedAt)
            Presided[0] = first with { From = ThereFrom(first.Presider?.Person, corrected.OpenedAt) };
        if (Presided is [.., { Until: { } until } last] && until == before.EndedAt)
            Presided[^1] = last with { Until = corrected.EndedAt };
        ReplaceLast(Dealt, d => d.Until is { } left && left >= before.EndedAt && d.From < corrected.EndedAt, d => d with { Until = corrected.EndedAt });
    }

    // Nobody led before they were there, whenever the meeting is said to have begun.
    private DateTimeOffset ThereFrom(PersonId? person, DateTimeOffset opened) =>
        person is { } presider && Meeting.Attendances.GetValueOrDefault(presider)?.Stays is [{ From: var came }, ..] && came > opened ? came : opened;

    // What a recusal makes of seat and quorum is what it was when the item was voted on; without a vote, when it was last dealt with.
    private void FollowRecusals(Meeting before)
    {
        for (var i = 0; i < Recusals.Count; i++)
        {
            var recusal = Recusals[i];
            if (recusal.WithdrawnAt is not null || before.ItemOf(recusal.Item)?.Conclusion is not null || !IsInFocus(recusal.Item)
                || (recusal.Then is not null && HasResult(before, recusal.Item)))
                continue;
            var seats = Meeting.Seats(recusal.Item).ToList();
            SeatPresence? seat = Meeting.SeatOf(recusal.Person) is { } own ? seats.Find(s => s.Seat == own.Id) : null;
            Recusals[i] = recusal with { Then = new(seat, Meeting.Quorum(recusal.Item), seats.Count(s => s.Counts)) };
        }
    }

    private bool IsInFocus(ItemId item) => Meeting.Current == item || Meeting.Ballot is { IsRunning: true } ballot && ballot.Items.Contains(item);

    private static bool HasResult(Meeting meeting, ItemId item) => meeting.Ballots.Any(b => b.State is BallotState.Closed && b.Items.Contains(item));

    private static void ReplaceLast<T>(List<T> lines, Predicate<T> which, Func<T, T> change)
    {
        var at = lines.FindLastIndex(which);
        if (at >= 0)
            lines[at] = change(lines[at]);
    }
}
