namespace WitaLive.App.Layout;

/// <summary>What features put into the frame round every page: <c>services.Configure&lt;LayoutParts&gt;(parts => …)</c>.</summary>
public sealed class LayoutParts
{
    /// <summary>A component that says who is signed in and lets them sign out.</summary>
    public Type? PersonMenu { get; set; }

    public List<NavigationLink> Navigation { get; } = [];

    /// <summary>What stands below every page, for anyone.</summary>
    public List<NavigationLink> Footer { get; } = [];

    /// <summary>Components that stand on the account page of everyone of the Commission, each a form or a panel.</summary>
    public List<Type> Account { get; } = [];
}

/// <summary>An entry of the main navigation.</summary>
/// <param name="Address">Where it leads, from the root: «meetings».</param>
/// <param name="Texts">The feature's texts, and <paramref name="Key"/> the entry in them.</param>
/// <param name="Order">Smaller stands further left.</param>
/// <param name="Policy">Only who meets it sees the entry; null for everyone.</param>
/// <param name="Group">Under which heading it goes when there is more than fits beside one another; null for what is wanted too often for that.</param>
public sealed record NavigationLink(string Address, Type Texts, string Key, int Order, string? Policy = null, NavigationGroup? Group = null)
{
    /// <summary>Pages without an entry of their own, which are reached through this one: it is marked as current there.</summary>
    public ImmutableArray<string> Also { get; init; } = [];
}
