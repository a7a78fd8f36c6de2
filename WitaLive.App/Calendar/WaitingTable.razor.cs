using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Calendar;

/// <summary>Files that wait, the oldest legal date first, each with what is to be said about its last chance.</summary>
public sealed partial class WaitingTable(Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<WaitingFile> Files { get; set; }

    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>Those that are ticked; null where nothing is to be chosen.</summary>
    [Parameter]
    public IReadOnlySet<FileId>? Chosen { get; set; }

    [Parameter]
    public EventCallback<(FileId File, bool IsChosen)> OnChoose { get; set; }

    private string ChanceOf(WaitingFile waiting) => waiting switch
    {
        { Chance: LastChance.Overdue } => texts["ChanceOverdue"],
        { Chance: LastChance.NoMeeting } => texts["ChanceNoMeeting"],
        { Last: { } last } => texts[$"Chance{waiting.Chance}", last.Day.ToShortDay(), last.PercentShown],
        _ => "",
    };
}
