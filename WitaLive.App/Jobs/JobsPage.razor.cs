using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;

namespace WitaLive.App.Jobs;

/// <summary>What this server does by itself, how it went, and a button to have it done now.</summary>
[Authorize(Policies.Administrator)]
public sealed partial class JobsPage(JobsDesk desk, AuthenticationStateProvider people, IStringLocalizer<JobTexts> texts, TimeProvider clock) : ComponentBase
{
    private ImmutableArray<JobLine>? _jobs;
    private string? _notice;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Colour(JobLine job) => job.Last switch
    {
        null => "",
        { Took: null } => "badge-accent",
        { Fault: null } => "badge-done",
        _ => "badge-problem",
    };

    private string Outcome(JobLine job) => job.Last switch
    {
        null => texts["NotYet"],
        { Took: null } => texts["Running"],
        { Fault: { } fault } => texts["WentWrong", fault],
        _ => texts["WentWell"],
    };

    // The second matters while one looks on, the day for what ran before a restart.
    private string At(DateTimeOffset at) => at.DayInBrussels() == clock.GetUtcNow().DayInBrussels() ? at.ToExactTime() : at.ToDayAndTime();

    private string Words(TimeSpan every) => every < TimeSpan.FromMinutes(2) ? texts["Seconds", every.TotalSeconds] : texts["Minutes", every.TotalMinutes];

    private async Task RunNowAsync(string job)
    {
        desk.RunNow((await people.GetAuthenticationStateAsync()).User, job);
        _notice = texts["Rung", texts[job]];
        await LoadAsync();
    }

    private async Task LoadAsync() => _jobs = await desk.ListAsync((await people.GetAuthenticationStateAsync()).User, CancellationToken.None);
}
