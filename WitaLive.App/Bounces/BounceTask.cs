using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Bounces;

/// <summary>Tells whoever keeps the list of persons how many of them mail does not reach.</summary>
internal sealed class BounceTask(BounceBook book, IStringLocalizer<BounceTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.People) && await book.ListAsync(me.Principal, ct) is { IsEmpty: false } unreached
            ? [new(unreached is [var one] ? $"people/{one.Id.Value}" : "people", texts["Task", string.Join(", ", unreached.Select(u => u.Name))])]
            : [];
}
