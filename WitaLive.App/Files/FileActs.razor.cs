using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>What the secretariat can do with a file where it is now.</summary>
public sealed partial class FileActs(PlanSentences sentences, TimeProvider clock, IStringLocalizer<FileTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private string _chamber = "";
    private string _point = "";
    private PointId? _asked;
    private string _institutions = "";
    private DateOnly? _notifiedOn;

    [Parameter, EditorRequired]
    public required FileSheet Sheet { get; set; }

    [Parameter, EditorRequired]
    public required FileBackground Background { get; set; }

    [Parameter]
    public EventCallback<ApplicationCommand> OnAct { get; set; }

    private ApplicationState State => Sheet.Application.State;

    private string ChamberName => Sheet.Application.Chamber is { } id && Background.Titles.TryGetValue(id, out var chamber) ? sentences.TitleOf(chamber) : "";

    private DateOnly DueIfComplete
    {
        get
        {
            var today = clock.GetUtcNow().DayInBrussels();
            return (Sheet.Application with { CompleteOn = today }).DueBy(Sheet.Rule.Decision, today)!.DueOn;
        }
    }

    private bool CanAsk => !Sheet.Application.IsFinished && State is not (ApplicationState.OnAgenda or ApplicationState.AwaitingHearing);

    protected override void OnParametersSet()
    {
        // The sheet with what was asked comes after the act is done.
        if (_asked is { } asked && Sheet.Application.Points.Any(point => point.Id == asked))
            (_asked, _point) = (null, "");
        _notifiedOn ??= clock.GetUtcNow().DayInBrussels();
        if (_chamber.Length == 0)
            _chamber = (Sheet.Application.Chamber ?? Background.Chambers.FirstOrDefault()?.Id)?.Value.ToString() ?? "";
    }

    private Task RouteAsync() => Guid.TryParse(_chamber, out var chamber) ? OnAct.InvokeAsync(new RouteToChamber(new(chamber), "")) : Task.CompletedTask;

    private Task NotifyAsync() => _notifiedOn is { } day ? OnAct.InvokeAsync(new NotifyDecision(day)) : Task.CompletedTask;

    // Points are asked one by one: each gets an answer of its own. What is refused stays in the field.
    private async Task AskAsync()
    {
        _asked = new(Guid.CreateVersion7());
        await OnAct.InvokeAsync(new RequestInformation([new(_asked.Value, _point.Trim())]));
    }
}
