using System.Globalization;
using WitaLive.App.Calendar;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="Field">The id of the field on the screen.</param>
public sealed record FieldProblem(string Field, Refusal Why);

/// <summary>What someone typed about a meeting: kept as typed, whatever it is.</summary>
public sealed class MeetingForm
{
    public string Chamber { get; set; } = "";

    /// <summary>The failed meeting of which this is the second convocation; empty for none.</summary>
    public string First { get; set; } = "";

    /// <summary>The provisional date that becomes this meeting; empty for none.</summary>
    public string Provisional { get; init; } = "";

    public string Day { get; set; } = "";

    public string Hour { get; set; } = "";

    public string Minutes { get; set; } = "180";

    public MeetingMode Mode { get; set; } = MeetingMode.OnSite;

    public string Place { get; set; } = "";

    public string OnlineAddress { get; set; } = "";

    /// <summary>Who sits, where that is decided for each meeting.</summary>
    public HashSet<SeatId> Seats { get; init; } = [];

    /// <summary>The chair who agreed to a shorter notice; empty for nobody.</summary>
    public string ApprovedBy { get; set; } = "";

    public ChamberId? ChamberId => Guid.TryParse(Chamber, out var id) ? new ChamberId(id) : null;

    public MeetingId? FirstId => Guid.TryParse(First, out var id) ? new MeetingId(id) : null;

    public MeetingId? ProvisionalId => Guid.TryParse(Provisional, out var id) ? new MeetingId(id) : null;

    /// <summary>Null also for a year that is still being typed; one that nothing is planned in is told as that.</summary>
    public DateOnly? DayTyped => DayText.Read(Day) is { Year: >= 1000 } day ? day : null;

    public TimeOnly? HourTyped => TimeOnly.TryParseExact(Hour, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    public PersonId? Approver => Guid.TryParse(ApprovedBy, out var id) ? new PersonId(id) : null;

    public static MeetingForm Of(PlannedMeeting meeting) => new()
    {
        Chamber = meeting.ChamberId.Value.ToString(),
        Day = DayText.Of(meeting.StartsAt.DayInBrussels()),
        Hour = meeting.StartsAt.InBrussels().ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = meeting.Minutes.ToString(CultureInfo.InvariantCulture),
        Mode = meeting.Mode,
        Place = meeting.Place,
        OnlineAddress = meeting.OnlineAddress ?? "",
        Seats = [.. meeting.Seats.Select(s => s.SeatId)],
    };

    public static MeetingForm Of(ProvisionalDate date) => new()
    {
        Chamber = date.ChamberId.Value.ToString(),
        Provisional = date.Id.Value.ToString(),
        Day = DayText.Of(date.StartsAt.DayInBrussels()),
        Hour = date.StartsAt.InBrussels().ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = date.Minutes.ToString(CultureInfo.InvariantCulture),
        Mode = date.Mode,
        Place = date.Place,
        OnlineAddress = date.OnlineAddress ?? "",
    };

    /// <summary>The day for which there is something to choose from: the one typed, unless nothing could be planned on it.</summary>
    public DateOnly? DayToPlan(DateOnly today) => DayTyped is { } day && day >= today && !IsFarOff(today) ? day : null;

    /// <summary>The facts, or what is wrong with each field.</summary>
    /// <param name="now">Nothing is planned before it.</param>
    public (MeetingFacts? Facts, ImmutableArray<FieldProblem> Problems) Read(DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (DayTyped is null)
            problems.Add(new("day", new DayNotGiven()));
        if (IsFarOff(now.DayInBrussels()))
            problems.Add(new("day", new DayFarOff(PlanLimits.YearsAhead)));
        if (HourTyped is null)
            problems.Add(new("hour", new HourNotGiven()));
        DateTimeOffset? startsAt = DayTyped is { } day && HourTyped is { } hour ? BrusselsTime.At(day, hour) : null;
        if (startsAt <= now)
            problems.Add(new(DayTyped < now.DayInBrussels() ? "day" : "hour", new StartsInThePast()));
        if (!int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > PlanLimits.LongestMeeting)
            problems.Add(new("minutes", new DurationUnusable(1, PlanLimits.LongestMeeting)));

        var (place, online) = (OneLine.Of(Place), OnlineAddress.Trim());
        if (place.Length > PlanLimits.Place || (Mode is not MeetingMode.Online && place.Length == 0))
            problems.Add(new("place", new PlaceMissing(PlanLimits.Place)));
        if (Mode is not MeetingMode.OnSite && online.Length > 0 && !IsWebAddress(online))
            problems.Add(new("online", new OnlineAddressUnusable()));

        return problems.Count > 0
            ? (null, problems.ToImmutable())
            : (new(startsAt!.Value, minutes, Mode, place, Mode is MeetingMode.OnSite || online.Length == 0 ? null : online), []);
    }

    private bool IsFarOff(DateOnly today) => DayTyped > today.AddYears(PlanLimits.YearsAhead);

    // Members sit in the room of this site whatever the mode; the address is for picture and sound, where there is one.
    private static bool IsWebAddress(string text) =>
        text.Length <= PlanLimits.OnlineAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && !text.Any(char.IsWhiteSpace);
}
