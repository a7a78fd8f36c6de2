using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace WitaLive.App.Layout;

/// <summary>An entry of the navigation, marked as current on the pages that are reached through it too.</summary>
public sealed class MenuLink(NavigationManager navigation) : NavLink
{
    /// <summary>Addresses of pages that have no entry of their own, from the root.</summary>
    [Parameter]
    public ImmutableArray<string> Also { get; set; } = [];

    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute) || Also.Any(page => IsUnder(navigation.ToBaseRelativePath(uriAbsolute), page));

    private static bool IsUnder(string address, string page) =>
        address.StartsWith(page, StringComparison.OrdinalIgnoreCase) && (address.Length == page.Length || address[page.Length] is '/' or '?' or '#');
}
