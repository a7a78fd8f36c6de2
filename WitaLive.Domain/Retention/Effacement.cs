using WitaLive.Domain.Meetings;

namespace WitaLive.Domain.Retention;

/// <summary>
/// Takes a person out of the journal of a meeting that dealt with their file. What happened stays, event by event: who was there, who voted what, what was carried, at what time.
/// What was written about the item goes, and their name wherever it stands; the number of the file is all that is left to call it by.
/// </summary>
/// <param name="files">What goes.</param>
/// <param name="names">How their applicants are called.</param>
public sealed class Effacement(IReadOnlySet<FileId> files, ImmutableArray<string> names)
{
    /// <summary>Stands where something was written.</summary>
    public const string Blank = "[…]";

    private readonly HashSet<ItemId> _items = [];

    /// <summary>The journal without them, as many events in the same order. Done again, it changes nothing more.</summary>
    /// <param name="journal">From its first event.</param>
    public ImmutableArray<MeetingEvent> Of(IEnumerable<MeetingEvent> journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return [.. journal.Select(Of)];
    }

    /// <summary>A text that is about something else, without their names.</summary>
    public string Unnamed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return names.Where(name => name.Length > 0).Aggregate(text, (left, name) => left.Replace(name, Blank, StringComparison.OrdinalIgnoreCase));
    }

    private MeetingEvent Of(MeetingEvent happened) => happened switch
    {
        MeetingPrepared prepared => prepared with { Plan = prepared.Plan with { Agenda = [.. prepared.Plan.Agenda.Select(Of)] } },
        MeetingSuspended { Reason: { } reason } suspended => suspended with { Reason = Unnamed(reason) },
        GuestSignedIn guest => guest with { Name = Unnamed(guest.Name) },
        AttendanceCorrected corrected => corrected with { Reason = Unnamed(corrected.Reason) },
        ItemProposed proposed => proposed with { Item = Of(proposed.Item) },
        ItemAdded added => added with { Item = Of(added.Item), UrgencyReason = About(added.Item.Id, added.UrgencyReason) },
        HearingStarted started => started with { Heard = Heard(started.Item, started.Heard) },
        ItemConcluded concluded => concluded with { Reason = About(concluded.Item, concluded.Reason), Asked = About(concluded.Item, concluded.Asked) },
        NoteTaken note => note with { Text = About(note.Item, note.Text)! },
        BallotAnnulled annulled => annulled with { Reason = Unnamed(annulled.Reason) },
        HoursCorrected corrected => corrected with { Reason = Unnamed(corrected.Reason) },
        PauseCorrected corrected => corrected with { Text = corrected.Text is { } text ? Unnamed(text) : null, Reason = Unnamed(corrected.Reason) },
        ConclusionCorrected corrected => corrected with { Text = About(corrected.Item, corrected.Text)!, Reason = About(corrected.Item, corrected.Reason)! },
        HearingCorrected corrected => corrected with { Heard = Heard(corrected.Item, corrected.Heard), Reason = About(corrected.Item, corrected.Reason)! },
        GuestCorrected corrected => corrected with { Name = Unnamed(corrected.Name), Reason = Unnamed(corrected.Reason) },
        _ => happened,
    };

    private AgendaItem Of(AgendaItem item)
    {
        if (item.File is not { } file || !files.Contains(file))
            return item with { Titles = item.Titles.ToImmutableSortedDictionary(title => title.Key, title => Unnamed(title.Value)) };
        _items.Add(item.Id);
        return item with { Applicant = null, Titles = item.Titles.ToImmutableSortedDictionary(title => title.Key, title => Unnamed(title.Value)) };
    }

    private ImmutableArray<string> Heard(ItemId item, ImmutableArray<string> heard) => [.. heard.Select(one => About(item, one)!)];

    private string? About(ItemId? item, string? text) => text is not { Length: > 0 } ? text : item is { } about && _items.Contains(about) ? Blank : Unnamed(text);
}
