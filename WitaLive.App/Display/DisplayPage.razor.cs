using Microsoft.AspNetCore.Components;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Display;

/// <summary>The big screen: a plain page that its script fills from /hubs/display. No circuit, no sign-in, nothing to press.</summary>
public sealed partial class DisplayPage(RoomDoor door, DisplayWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    private ImmutableArray<string> Languages { get; set; } = [];

    private string Title { get; set; } = "";

    private string Words { get; set; } = "{}";

    protected override async Task OnInitializedAsync()
    {
        Languages = words.Languages(null); // drawn once before the room is open
        if ((await door.EnterAsync(Meeting))?.Meeting.Plan is not { } plan)
            return;
        Languages = words.Languages(plan);
        Words = words.AsJson(plan);
        Title = string.Join(" · ", Languages.Select(l => TitleIn(plan, l)).Distinct());
    }

    private static string TitleIn(MeetingPlan plan, string language) =>
        plan.Titles.GetValueOrDefault(language, plan.Titles.Values.FirstOrDefault() ?? "");
}
