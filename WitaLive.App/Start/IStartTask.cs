using WitaLive.App.Access;

namespace WitaLive.App.Start;

/// <summary>Something that waits for someone on the start page.</summary>
/// <param name="Address">Where it is done, from the root.</param>
/// <param name="Text">In the reader's language.</param>
/// <param name="IsUrgent">Shown above everything else.</param>
public sealed record StartTask(string Address, string Text, bool IsUrgent = false);

/// <summary>A feature that has something for people to do. Each says it itself; the start page only lists it.</summary>
public interface IStartTask
{
    Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct);
}
