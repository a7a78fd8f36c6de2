namespace WitaLive.Bench.Years;

/// <summary>What was done in a made year, counted by whoever did it and by nobody else.</summary>
internal sealed class MadeYear(YearPlan plan)
{
    public YearPlan Plan => plan;

    public List<MadeFile> Files { get; } = [];

    public List<MadeMeeting> Meetings { get; } = [];

    public IEnumerable<MadeFile> Decided => Files.Where(file => file.DecidedOn is not null);
}
