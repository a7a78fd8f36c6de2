using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Bounces;

/// <summary>For the planner: which of these people mail does not reach, although it was sent.</summary>
public sealed partial class UnreachedList(BounceBook book, CurrentPerson current, IStringLocalizer<BounceTexts> texts) : ComponentBase
{
    private ImmutableArray<UnreachedPerson> _unreached = [];

    [Parameter, EditorRequired]
    public required IEnumerable<PersonId> People { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var people = People.ToHashSet();
        _unreached = [.. (await book.ListAsync((await current.DemandAsync(Policies.People)).Principal, CancellationToken.None)).Where(u => people.Contains(u.Id))];
    }
}
