using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Calendar;

/// <summary>Looks for clashes as a form is filled in, and shows them before anything is saved.</summary>
public sealed partial class ClashWatch(Occupation occupation, CurrentPerson current, TimeProvider clock) : ComponentBase
{
    private ImmutableArray<FoundClash> _clashes = [];
    private (ChamberId, MeetingFacts?, string) _looked;

    [Parameter, EditorRequired]
    public required ChamberId Chamber { get; set; }

    /// <summary>The seats chosen for that meeting alone; empty when all of the chamber's sit.</summary>
    [Parameter]
    public ImmutableArray<SeatId> Seats { get; set; } = [];

    [Parameter, EditorRequired]
    public required MeetingForm Form { get; set; }

    /// <summary>What is being planned or moved.</summary>
    [Parameter]
    public MeetingId Self { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var facts = Form.Read(clock.GetUtcNow()).Facts;
        if (_looked == (_looked = (Chamber, facts, string.Join(' ', Seats.Select(s => s.Value).Order()))))
            return;
        _clashes = facts is null
            ? []
            : await occupation.ClashesAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Chamber, Seats, facts, Self, CancellationToken.None);
    }
}
