using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Start;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>Leads everyone of the Commission to the proposals that are discussed, and says of which ones the text changed since they read it.</summary>
internal sealed class ProposalTask(IDbContextFactory<WitaLiveDb> databases, IStringLocalizer<PrincipleTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Set<StoredProposal>().CountAsync(p => p.Stage == ProposalStage.Discussed || p.Stage == ProposalStage.OnAgenda, ct);
        var changed = (await ProposalVersions.ChangedAsync(db, me.Id, ct)).Count;
        List<StartTask> tasks = [];
        if (changed > 0)
            tasks.Add(new("proposals", texts[changed == 1 ? "TaskChangedOne" : "TaskChangedMany", changed]));
        if (open > 0)
            tasks.Add(new("proposals", texts[open == 1 ? "TaskOne" : "TaskMany", open]));
        return tasks;
    }
}
