using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Mandates;

/// <summary>Tells the secretariat how many mandates end soon.</summary>
internal sealed class MandateTask(MandateReading reading, IStringLocalizer<MandateTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.Secretariat) && (await reading.ListAsync(me.Principal, ct)).Count(line => line.IsEnding) is > 0 and var ending
            ? [new("chambers/mandates", texts["TaskEnding", ending])]
            : [];
}
