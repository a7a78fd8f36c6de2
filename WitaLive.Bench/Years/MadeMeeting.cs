using WitaLive.Domain;

namespace WitaLive.Bench.Years;

/// <summary>One meeting of a made year.</summary>
/// <param name="Kind">A formation, or the language of a restricted chamber.</param>
internal sealed record MadeMeeting(MeetingId Id, string Kind, DateOnly Day, bool IsSecond)
{
    public int Files { get; set; }

    public bool IsHeld { get; set; }

    public bool HasFailed { get; set; }

    public bool IsCalledOff { get; init; }

    /// <summary>Seats by group and what became of them: effective, substitute, represented or absent.</summary>
    public Dictionary<(string Group, string Turnout), int> Seats { get; } = [];

    public void Count(string group, string turnout) => Seats[(group, turnout)] = Seats.GetValueOrDefault((group, turnout)) + 1;
}
