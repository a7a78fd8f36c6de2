using WitaLive.App.Chambers;
using WitaLive.App.Meetings;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>What someone is asked about a meeting, and has answered so far.</summary>
/// <param name="Partner">The other of the duo; null for who has none.</param>
/// <param name="History">The last answer first.</param>
/// <param name="IsOpen">Answers are taken.</param>
public sealed record AnswerSheet(
    PlannedMeeting Meeting, ChamberOnDay Chamber, Person Person, Person? Partner, ImmutableArray<GivenAnswer> History, bool IsOpen)
{
    /// <summary>The other of the duo has said not to come.</summary>
    public bool PartnerIsAway { get; init; }

    /// <summary>A «no» convenes the other of the duo: there is one, who neither was convened nor has said no.</summary>
    public bool CallsPartner { get; init; }

    /// <summary>A proxy is given by the effective member of a seat that votes, and by nobody else.</summary>
    public bool MayGiveProxy { get; init; }

    /// <summary>Who holds the proxy that they gave; null for none.</summary>
    public Person? ProxyTo { get; init; }

    /// <summary>Whoever holds it has said not to come.</summary>
    public bool ProxyIsAway { get; init; }

    /// <summary>Whose proxy they hold; null for none.</summary>
    public Person? ProxyFrom { get; init; }

    public GivenAnswer? Last => History.FirstOrDefault();

    /// <summary>What may be answered without a reason.</summary>
    public ImmutableArray<AnswerKind> Offered =>
    [
        .. Meeting.Mode is not MeetingMode.Online ? [AnswerKind.Present] : ImmutableArray<AnswerKind>.Empty,
        .. Meeting.Mode is not MeetingMode.OnSite ? [AnswerKind.Online] : ImmutableArray<AnswerKind>.Empty,
        .. Partner is not null && !PartnerIsAway ? [AnswerKind.Partner] : ImmutableArray<AnswerKind>.Empty,
    ];
}
