using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Meetings;

/// <summary>
/// Tells the planner and those who were there as secretaries (the whole secretariat when nobody was), and the President where the law reference wants it (§10, O-8), that a conclusion asks something of them.
/// The mail waits as long as the conclusion can be undone, and an undo takes it back.
/// </summary>
internal sealed class ConclusionMails(MailFrame frame, SiteAddress site, Names names, IStringLocalizer<ConclusionTexts> texts) : IFollowEvents
{
    public const string Purpose = "conclusion";

    /// <summary>Of those that ask for a place on the next agenda, and nothing else.</summary>
    public const string PlacePurpose = "conclusion-place";

    // Unit: characters, of the 250 that a subject may have.
    private const int LongestInHeader = 150;

    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        // What is left when a meeting closes is put off in one act, for one reason, and for good: one mail says it of all.
        ImmutableArray<ItemConcluded> left = [.. events.Any(one => one is MeetingClosed) ? events.OfType<ItemConcluded>() : []];
        if (left.Length > 1)
        {
            foreach (var person in await ReceiversAsync(db, id, after, left[0], ct))
                Outbox.Add(db, Mail(person, id, after, left));
            return;
        }
        foreach (var happened in events)
        {
            if (happened is ConclusionUndone undone)
                await Outbox.CancelForItemAsync(db, undone.Item, purpose: null, undone.At, ct);
            else if (happened is ItemConcluded { Kind: not ConclusionKind.Decided and not ConclusionKind.Withdrawn } concluded)
            {
                foreach (var person in await ReceiversAsync(db, id, after, concluded, ct))
                    Outbox.Add(db, Mail(person, id, after, concluded));
            }
        }
    }

    /// <summary>A file has its place: nobody is asked for it any more. The caller saves.</summary>
    public static async Task IsPlacedAsync(WitaLiveDb db, FileId file, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var item in await db.Set<AgendaLine>().Where(line => line.FileId == file).Select(line => line.Id).ToListAsync(ct))
            await Outbox.CancelForItemAsync(db, item, PlacePurpose, at, ct);
    }

    private static async Task<ImmutableArray<Person>> ReceiversAsync(WitaLiveDb db, MeetingId id, Meeting after, ItemConcluded concluded, CancellationToken ct)
    {
        var planner = await db.Set<PlannedMeeting>().Where(m => m.Id == id).Select(m => m.CreatedBy).SingleOrDefaultAsync(ct);
        var there = after.Attendances.Values.Where(a => a.Capacity is Capacity.Secretary).Select(a => a.Person).ToList();
        var secretaries = there.Count > 0 ? there : after.Plan!.Attendants.Where(a => a.Capacity is Capacity.Secretary).Select(a => a.Person);
        var presidents = concluded.ForPresident
            ? after.Plan!.Presiders.Where(p => p.Role == Office.President).Select(p => p.Person)
            : [];
        var receivers = presidents.Concat(secretaries).Concat(planner is { } one ? [one] : []).Distinct().ToList();
        return [.. (await db.Persons.AsNoTracking().Where(p => receivers.Contains(p.Id)).ToListAsync(ct)).Where(ConvocationRows.IsReachable)];
    }

    private OutgoingMail Mail(Person person, MeetingId id, Meeting after, ImmutableArray<ItemConcluded> left) => ReceiverLanguage.Run(person.Language, () =>
    {
        var plan = after.Plan!;
        var items = left.Select(one => after.ItemOf(one.Item)!.Planned).Select(item => $"– {(item.File is null ? $"{item.Number}. {Title(item)}" : item.Reference ?? $"{item.Number}")}");
        return new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts["LeftSubject", left.Length, InHeader(plan.Titles.InReadersLanguage()), plan.StartsAt.ToShortDay()].Value,
            Text = frame.Write(person.Language, person.FullName, () => texts["Left", left.Length, site.Of($"meetings/{id.Value}"), string.Join('\n', items), plan.Titles.InReadersLanguage(), plan.StartsAt.ToLongDay()].Value),
            Purpose = Purpose,
            CreatedAt = left[0].At,
            DueAt = left[0].At + plan.UndoFor,
            MeetingId = id,
            PersonId = person.Id,
        };
    });

    private OutgoingMail Mail(Person person, MeetingId id, Meeting after, ItemConcluded concluded)
    {
        var item = after.ItemOf(concluded.Item)!.Planned;
        // A file by its number, never by a name: mail is no place for an applicant's data. Any other point as the agenda that was sent to members calls it.
        var (point, name) = item.File is null ? ("Point", $"{item.Number}") : ("", item.Reference ?? $"{item.Number}");
        return ReceiverLanguage.Run(person.Language, () => new OutgoingMail
        {
            ToAddress = person.Email,
            ToName = person.FullName,
            Language = person.Language,
            Subject = texts[$"{point}Subject", name, InHeader(Title(item))].Value,
            Text = frame.Write(person.Language, person.FullName, () => texts[
                $"{point}{What(item, concluded)}", name, site.Of($"meetings/{id.Value}"), names.Of(after.Plan!.Formation), Title(item)].Value),
            Purpose = concluded is { Kind: ConclusionKind.Referred or ConclusionKind.Postponed, ForPresident: false } ? PlacePurpose : Purpose,
            CreatedAt = concluded.At,
            DueAt = concluded.At + after.Plan!.UndoFor,
            MeetingId = id,
            PersonId = person.Id,
            ItemId = item.Id,
        });
    }

    private static string Title(AgendaItem item) => item.File is null ? OneLine.Of(item.Titles.InReadersLanguage()) : "";

    // A header has less room than an agenda.
    private static string InHeader(string title)
    {
        if (title.Length <= LongestInHeader)
            return title;
        var end = title.LastIndexOf(' ', LongestInHeader);
        return title[..(end > 0 ? end : char.IsLowSurrogate(title[LongestInHeader]) ? LongestInHeader - 1 : LongestInHeader)] + "…";
    }

    private static string What(AgendaItem item, ItemConcluded concluded) => concluded switch
    {
        { ForPresident: true } => "ForPresident",
        { Kind: ConclusionKind.Referred, Ballot: null } when item.File is not null => "Evoked", // nobody voted on it
        _ => $"{concluded.Kind}",
    };
}
