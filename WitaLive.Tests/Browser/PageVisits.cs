using System.Reflection;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>How the sweep reaches a page: as whom, and under which address.</summary>
/// <param name="Route">The template that stands on the page.</param>
/// <param name="Path">The address; asks the app when it needs the id of something.</param>
/// <param name="SignIn">Makes the visitor someone who may see it; null for a page that is open to everyone.</param>
public sealed record PageVisit(string Route, Func<RunningApp, Task<string>> Path, Func<Visitor, Task>? SignIn = null)
{
    public override string ToString() => Route;
}

public static class PageVisits
{
    /// <summary>One line for each page. A page that is missing here fails a test.</summary>
    public static ImmutableArray<PageVisit> All { get; } =
    [
        Open("/", "/"),
        Open("/specimens", "/specimens"),
        Open("/not-found", "/no-such-page"),
        Open("/error", "/error"),
        Open("/simulators", "/simulators"),
        Open("/simulators/quorum", "/simulators/quorum"),
        Open("/simulators/decision", "/simulators/decision"),
        new("/room/{Id:guid}", async app => $"/room/{(await PlanningInTheBrowser.DemoMeetingAsync(app)).Id.Value}", Secretary),
        new("/meetings", _ => Task.FromResult("/meetings"), Secretary),
        new("/meetings/new", _ => Task.FromResult("/meetings/new"), Secretary),
        new("/meetings/{Id:guid}", async app => $"/meetings/{(await PlanningInTheBrowser.DemoMeetingAsync(app)).Id.Value}", Secretary),
    ];

    public static ImmutableArray<string> Routes { get; } =
        [.. typeof(Language).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal)];

    private static Task Secretary(Visitor visitor) => visitor.SignInAsync(PlanningInTheBrowser.Secretary);

    private static PageVisit Open(string route, string path) => new(route, _ => Task.FromResult(path));
}
