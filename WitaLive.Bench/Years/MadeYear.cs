namespace WitaLive.Bench.Years;

/// <summary>What was done in a made year, counted by whoever did it and by nobody else.</summary>
internal sealed class MadeYear(YearPlan plan)
{
    public YearPlan Plan => plan;

    /// <summary>Applications.</summary>
    public List<MadeFile> Files { get; } = [];

    public List<MadeFile> Appeals { get; } = [];

    public IEnumerable<MadeFile> All => Files.Concat(Appeals);

    public List<MadeMeeting> Meetings { get; } = [];

    public IEnumerable<MadeFile> Decided => All.Where(file => file.DecidedOn is not null);
}
