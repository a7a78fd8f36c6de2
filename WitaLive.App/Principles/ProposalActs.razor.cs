using Microsoft.AspNetCore.Components;
using WitaLive.Domain;

namespace WitaLive.App.Principles;

/// <summary>What the secretariat does next with a proposal, after the list of places that name somebody.</summary>
public sealed partial class ProposalActs(PrincipleWords texts) : ComponentBase
{
    private bool _isRead;
    private string _meeting = "";

    [Parameter, EditorRequired]
    public required ProposalSheet Sheet { get; set; }

    /// <summary>Whether somebody says to have read it.</summary>
    [Parameter]
    public EventCallback<bool> OnPropose { get; set; }

    [Parameter]
    public EventCallback<MeetingId> OnPlace { get; set; }

    [Parameter]
    public EventCallback OnWithdraw { get; set; }

    protected override void OnParametersSet()
    {
        if (!Sheet.Meetings.Any(meeting => meeting.Id.Value.ToString() == _meeting))
            _meeting = Sheet.Meetings.IsEmpty ? "" : Sheet.Meetings[0].Id.Value.ToString();
    }

    private Task PlaceAsync() => Guid.TryParse(_meeting, out var id) ? OnPlace.InvokeAsync(new(id)) : Task.CompletedTask;
}
