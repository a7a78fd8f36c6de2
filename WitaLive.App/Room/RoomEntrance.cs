using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Agenda;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Presence;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Room;

/// <summary>Lets a person into a meeting's room, with what the screen shows beside the meeting itself.</summary>
public sealed class RoomEntrance(RoomDoor door, RuleBook rules, Deliberations deliberations, IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Null when there is no such meeting, or when this person is neither on its list nor serves it.</summary>
    public async Task<EnteredRoom?> EnterAsync(MeetingId meeting, SignedInPerson person, CancellationToken ct = default)
    {
        if (await door.EnterAsync(meeting, ct) is not { } room || !MayEnter(room, person))
            return null;

        var plan = room.Meeting.Plan!;
        var sources = rules.On(plan.StartsAt.DayInBrussels()).DecisionSources(plan.Formation);
        return new(room, sources, await PapersAsync(meeting, ct));
    }

    public static bool MayEnter(MeetingRoom room, SignedInPerson person) =>
        RoomDoor.MayEnter(room, person.Id, person.May(Policies.Secretariat));

    /// <summary>What there is to deliberate on an item; null for whoever may not read it, and for what is no application.</summary>
    public async Task<Deliberated?> DeliberatedAsync(MeetingRoom room, SignedInPerson person, ItemId id, CancellationToken ct = default) =>
        MayEnter(room, person) && room.Meeting.ItemOf(id) is { Planned.File: { } file } item && !item.Recused.Contains(person.Id)
            ? await deliberations.OfAsync(person.Principal, file, room.Meeting.Plan!.StartsAt, ct) : null;

    /// <summary>Opens the rooms of the other meetings round this hour, so that whoever is signed in at two is told (<see cref="SignedInTwice"/>).</summary>
    public async Task OpenOthersAsync(MeetingId here, CancellationToken ct = default)
    {
        var (from, to) = (clock.GetUtcNow() - SignedInTwice.SameDay, clock.GetUtcNow() + SignedInTwice.SameDay);
        await using var db = await databases.CreateDbContextAsync(ct);
        var others = await db.Set<PlannedMeeting>()
            .Where(m => m.Id != here && m.CancelledAt == null && m.StartsAt > from && m.StartsAt < to && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned)
            .Select(m => m.Id).ToListAsync(ct);
        foreach (var id in others)
            await door.EnterAsync(id, ct);
    }

    /// <summary>The papers of each item of a meeting.</summary>
    public async Task<ImmutableDictionary<ItemId, ImmutableArray<ItemPaper>>> PapersAsync(MeetingId meeting, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var papers = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.Id == meeting)
            .SelectMany(m => m.Agenda)
            .SelectMany(line => line.Papers, (line, paper) => new { Item = line.Id, paper.Id, paper.Name, paper.Size })
            .ToListAsync(ct);
        return papers.GroupBy(p => p.Item).ToImmutableDictionary(item => item.Key, item => item.Select(p => new ItemPaper(p.Id, p.Name, p.Size)).ToImmutableArray());
    }
}

/// <param name="Sources">The articles behind the rule of decision, such as "L 3 §3".</param>
public sealed record EnteredRoom(MeetingRoom Room, ImmutableArray<string> Sources, ImmutableDictionary<ItemId, ImmutableArray<ItemPaper>> Papers);
