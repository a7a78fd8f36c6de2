using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Declarations;

/// <summary>Who has signed the confidentiality declaration, and who has not.</summary>
public sealed partial class DeclarationsPage(DeclarationDesk desk, CurrentPerson current, IStringLocalizer<DeclarationTexts> texts) : ComponentBase
{
    private ImmutableArray<DeclarationLine>? _lines;

    protected override async Task OnInitializedAsync() =>
        _lines = await desk.ListAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
}
