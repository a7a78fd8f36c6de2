using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Declarations;

/// <summary>Asks whoever is bound by the declaration and has not signed it; tells the secretariat how many have not.</summary>
internal sealed class DeclarationTask(DeclarationDesk desk, IStringLocalizer<DeclarationTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        var tasks = new List<StartTask>();
        if (await desk.ReadAsync(me.Principal, ct) is { IsAsked: true, Signature: null })
            tasks.Add(new("account/confidentiality", texts["TaskSign"], IsUrgent: true));
        if (me.May(Policies.Secretariat) && (await desk.ListAsync(me.Principal, ct)).Count(line => line.SignedAt is null) is > 0 and var missing)
            tasks.Add(new("chambers/declarations", texts["TaskMissing", missing]));
        return tasks;
    }
}
