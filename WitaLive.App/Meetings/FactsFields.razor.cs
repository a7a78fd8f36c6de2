using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Meetings;

/// <summary>The fields for when, where and how; what is wrong stands beside the field.</summary>
public sealed partial class FactsFields(PlanSentences sentences, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MeetingForm Form { get; set; }

    [Parameter]
    public ImmutableArray<FieldProblem> Problems { get; set; } = [];

    /// <summary>Rooms to choose from, beside what may be typed.</summary>
    [Parameter]
    public ImmutableArray<string> Places { get; set; } = [];

    /// <summary>Where the days are said otherwise, as in a series, false.</summary>
    [Parameter]
    public bool HasDay { get; set; } = true;

    /// <summary>After each field: what depends on it is to be looked up anew.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    private static string TextOf(ChangeEventArgs change) => change.Value as string ?? "";

    private string? Problem(string field) => Problems.FirstOrDefault(p => p.Field == field) is { } problem ? sentences.Of(problem.Why) : null;

    private string? Wrong(string field) => Problems.Any(p => p.Field == field) ? "true" : null;

    private Task SetAsync(Action set)
    {
        set();
        return OnChange.InvokeAsync();
    }
}
