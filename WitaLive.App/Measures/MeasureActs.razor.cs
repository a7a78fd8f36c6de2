using Microsoft.AspNetCore.Components;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>What the secretariat can do with a request for a measure where it is now.</summary>
public sealed partial class MeasureActs(PlanSentences sentences, TimeProvider clock, MeasureWords texts) : ComponentBase
{
    private string _chamber = "";
    private DateOnly? _notifiedOn;
    private DateOnly? _until;
    private DateOnly? _toldOn;
    private DateOnly? _postedOn;
    private string _said = "";

    [Parameter, EditorRequired]
    public required MeasureSheet Sheet { get; set; }

    /// <summary>Where it may be sent, the one it belongs to first.</summary>
    [Parameter]
    public ImmutableArray<ChamberOnDay> Chambers { get; set; } = [];

    /// <summary>The decision is drafted and not signed: nobody can have been notified of it.</summary>
    [Parameter]
    public bool IsDecisionDraft { get; set; }

    [Parameter]
    public EventCallback<ApplicationCommand> OnAct { get; set; }

    private ApplicationState State => Sheet.Application.State;

    private bool AsksUntil => Sheet.Application.NeedsUntil(Sheet.Rule);

    protected override void OnParametersSet()
    {
        _notifiedOn ??= clock.GetUtcNow().DayInBrussels();
        _toldOn ??= clock.GetUtcNow().DayInBrussels();
        _postedOn ??= clock.GetUtcNow().DayInBrussels();
        if (_chamber.Length == 0)
            _chamber = (Sheet.Application.Chamber ?? Chambers.FirstOrDefault()?.Id)?.Value.ToString() ?? "";
    }

    private Task RouteAsync() => Guid.TryParse(_chamber, out var chamber) ? OnAct.InvokeAsync(new RouteToChamber(new(chamber), "")) : Task.CompletedTask;

    private Task NotifyAsync() => _notifiedOn is { } day ? OnAct.InvokeAsync(new NotifyDecision(day, _until)) : Task.CompletedTask;

    private Task PostAsync() => _postedOn is { } day ? OnAct.InvokeAsync(new PostLetter(day)) : Task.CompletedTask;

    private Task PostAsync(DateTimeOffset heardAt, string place) => _postedOn is { } day ? OnAct.InvokeAsync(new PostMeetingLetter(day, heardAt, place)) : Task.CompletedTask;

    private Task TellAsync() => _toldOn is { } day ? OnAct.InvokeAsync(new TellRequester(day)) : Task.CompletedTask;
}
