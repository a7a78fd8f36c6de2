using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Meetings;

/// <summary>One line of the agenda.</summary>
public sealed partial class AgendaRow(IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required AgendaLine Line { get; set; }

    /// <summary>How many lines there are.</summary>
    [Parameter]
    public int Count { get; set; }

    [Parameter, EditorRequired]
    public required ItemTime Time { get; set; }

    /// <summary>Who asked for it once the convocations were out; null for nobody.</summary>
    [Parameter]
    public string? Requester { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>The reader has stepped aside for it: whose file it is, is not for them.</summary>
    [Parameter]
    public bool IsRecused { get; set; }

    /// <summary>One up or one down.</summary>
    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    /// <summary>Null when what was typed is no number.</summary>
    [Parameter]
    public EventCallback<int?> OnMinutes { get; set; }

    /// <summary>When someone is heard; null to take the hour away.</summary>
    [Parameter]
    public EventCallback<TimeOnly?> OnHour { get; set; }

    [Parameter]
    public EventCallback OnRemove { get; set; }

    /// <summary>Its papers.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // Referred elsewhere: it has no time here.
    private bool IsGone => Line.ReferredAt is not null;

    private string? Applicant => IsRecused ? null : Line.Applicant;

    private string Title => PlanWords.Title(Line);

    public static string UpId(AgendaLine line) => $"up-{line.Id.Value}";

    public static string DownId(AgendaLine line) => $"down-{line.Id.Value}";

    private static string? Text(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private Task SetHourAsync(ChangeEventArgs change) => OnHour.InvokeAsync(
        TimeOnly.TryParseExact(change.Value as string, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null);

    private Task SetMinutesAsync(ChangeEventArgs change) =>
        OnMinutes.InvokeAsync(int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null);
}
