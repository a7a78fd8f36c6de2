using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace WitaLive.App.Layout;

public sealed partial class NavigationMenu(IStringLocalizer<LayoutTexts> texts, IStringLocalizerFactory allTexts, IOptions<LayoutParts> parts) : ComponentBase
{
    private readonly ImmutableArray<NavigationLink> _links = [.. parts.Value.Navigation.OrderBy(link => link.Order)];

    private string TextOf(NavigationLink link) => allTexts.Create(link.Texts)[link.Key];
}
