using Microsoft.AspNetCore.Components;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What the secretariat does next with a proposal, after the list of places that name somebody.</summary>
public sealed partial class ProposalActs(PrincipleWords texts) : ComponentBase
{
    private bool _isRead;
    private int _revision;
    private string _meeting = "";

    [Parameter, EditorRequired]
    public required ProposalSheet Sheet { get; set; }

    /// <summary>Whether somebody says to have read it.</summary>
    [Parameter]
    public EventCallback<bool> OnPropose { get; set; }

    /// <summary>On which agenda, and whether somebody says to have read it since it was changed.</summary>
    [Parameter]
    public EventCallback<(MeetingId Meeting, bool IsRead)> OnPlace { get; set; }

    [Parameter]
    public EventCallback OnWithdraw { get; set; }

    private ImmutableArray<Trace> Places => [.. Sheet.Traces.Where(trace => trace.Kind is not TraceKind.SmallName)];

    // Each word once: most of them are words, and a place for each would hide the others.
    private string SmallNames => string.Join(", ", Sheet.Traces.Where(trace => trace.Kind is TraceKind.SmallName).Select(trace => trace.Found).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture));

    private ImmutableArray<PlannedPlenary> Open => [.. Sheet.Meetings.Where(meeting => meeting.WhyNot is null)];

    private IEnumerable<PlannedPlenary> Closed => Sheet.Line.Stage is ProposalStage.Discussed ? Sheet.Meetings.Where(meeting => meeting.WhyNot is not null) : [];

    protected override void OnParametersSet()
    {
        if (_revision != Sheet.Revision)
            (_revision, _isRead) = (Sheet.Revision, false); // what was ticked was said of another text
        if (!Open.Any(meeting => meeting.Id.Value.ToString() == _meeting))
            _meeting = Open.IsEmpty ? "" : Open[0].Id.Value.ToString();
    }

    private Task PlaceAsync() => Guid.TryParse(_meeting, out var id) ? OnPlace.InvokeAsync((new(id), _isRead)) : Task.CompletedTask;
}
