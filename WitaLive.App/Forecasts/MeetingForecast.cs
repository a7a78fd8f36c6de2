using WitaLive.App.Chambers;
using WitaLive.App.Meetings;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Forecasts;

/// <summary>What is foreseen of a meeting's quorum, with the people behind the seats.</summary>
/// <param name="Settings">What it was worked out with.</param>
/// <param name="Calls">Whom to call, what helps most first; empty for whoever is not to know.</param>
public sealed record MeetingForecast(
    PlannedMeeting Meeting, ChamberOnDay Chamber, MeetingPeople People, QuorumRule Rule, QuorumForecast Quorum, ForecastRule Settings, ImmutableArray<SeatToCall> Calls)
{
    /// <summary>What an alarm would be about, as codes: blocs, and whoever presides. Empty when there is no danger.</summary>
    public ImmutableArray<string> Dangers =>
        [.. Quorum.Weak.Select(bloc => bloc.Name), .. Quorum.Chair.Outlook is Outlook.Unlikely ? [ChairDanger] : ImmutableArray<string>.Empty];

    public const string ChairDanger = "chair";

    /// <summary>The seats for which someone may still be called in the blocs that some dangers are about.</summary>
    public IEnumerable<SeatToCall> CallsFor(IReadOnlyCollection<string> dangers) =>
        Calls.Where(call => Rule.Blocs.Any(bloc => dangers.Contains(bloc.Name) && bloc.Groups.Contains(call.Seat.Group)));
}

/// <summary>A seat that somebody may be called for.</summary>
/// <param name="Who">Those of the duo worth calling, with their last word.</param>
/// <param name="AwayHolder">Holds the seat's proxy and does not come either.</param>
public sealed record SeatToCall(SeatOnDay Seat, SeatWord Word, ImmutableArray<(Person Person, AnswerKind? Said)> Who, Person? AwayHolder);
