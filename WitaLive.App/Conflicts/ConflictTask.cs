using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Conflicts;

/// <summary>Asks a member to say whether an item concerns them.</summary>
internal sealed class ConflictTask(ConflictDesk desk, IStringLocalizer<ConflictTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        (await desk.OwnAsync(me.Principal, ct)).Count(line => line.IsOpen) is > 0 and var open ? [new("conflicts", texts["TaskAnswer", open], IsUrgent: true)] : [];
}
