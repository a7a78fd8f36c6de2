using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Interpretation;

/// <summary>Tells jurists what waits for their answer.</summary>
internal sealed class InterpretationTask(InterpretationReading reading, IStringLocalizer<InterpretationTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.Jurist) && await reading.WaitingAsync(me.Principal, ct) is > 0 and var count ? [new("interpretation", texts["Task", count])] : [];
}
