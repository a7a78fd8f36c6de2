using WitaLive.Domain.Applications;

namespace WitaLive.Domain.Ballots;

/// <summary>What a ballot puts of a file beside the outcome: its activities, accepted or not, as they stood when the ballot opened.</summary>
/// <remarks>A copy: whatever is marked later, for another ballot, changes nothing of what was voted on.</remarks>
public sealed record PutActivities(ItemId Item, ImmutableArray<ActivityMark> Marks);
