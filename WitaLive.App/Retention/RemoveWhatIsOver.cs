using WitaLive.App.Jobs;
using WitaLive.App.Languages;

namespace WitaLive.App.Retention;

/// <summary>Removes everything whose period is over (data/rules/retention.json), once a day.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and break off at any line: each person, meeting and batch of mails is a transaction of its own, in which is asked anew whether it is due;
/// what is gone is not found again, and files on disk whose rows are gone stand in a list until they are gone too.
/// </remarks>
internal sealed class RemoveWhatIsOver(IEnumerable<IForget> parts, TimeProvider clock) : ISweep
{
    public Task RunAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        return Each.InTurnAsync(parts, part => part.RunAsync(today, ct));
    }
}
