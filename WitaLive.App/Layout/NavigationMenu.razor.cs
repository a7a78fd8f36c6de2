using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace WitaLive.App.Layout;

/// <summary>The entries of whoever is signed in. What a page lets be done is asked there again.</summary>
public sealed partial class NavigationMenu(
    IStringLocalizer<LayoutTexts> texts, IStringLocalizerFactory allTexts, IOptions<LayoutParts> parts, IAuthorizationService rights) : ComponentBase
{
    // As many as stand beside one another in one row at 1280 px, in the longest of the four languages.
    private const int Most = 7;

    private ImmutableArray<(NavigationGroup? Group, ImmutableArray<NavigationLink> Links)> _shown = [];

    // Told by the frame, and again when the person's rights change while the page is open.
    [CascadingParameter]
    private Task<AuthenticationState>? Person { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var person = Person is null ? new() : (await Person).User;
        var shown = ImmutableArray.CreateBuilder<NavigationLink>();
        foreach (var link in parts.Value.Navigation.OrderBy(link => link.Order))
        {
            if (link.Policy is not { } policy || (await rights.AuthorizeAsync(person, policy)).Succeeded)
                shown.Add(link);
        }
        _shown = Grouped(shown.ToImmutable());
    }

    // A heading stands where the first of its entries would; a single entry needs none.
    private static ImmutableArray<(NavigationGroup?, ImmutableArray<NavigationLink>)> Grouped(ImmutableArray<NavigationLink> links) =>
    [
        .. links.GroupBy(link => links.Length > Most && links.Count(other => other.Group == link.Group) > 1 ? (object?)link.Group ?? link : link)
            .Select(entry => (entry.Key as NavigationGroup?, entry.ToImmutableArray())),
    ];

    private string TextOf(NavigationLink link) => allTexts.Create(link.Texts)[link.Key];
}
