using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Conflicts;

/// <summary>For the secretariat: which items may concern which member, and what the member said.</summary>
public sealed partial class ConflictPanel(ConflictDesk desk, CurrentPerson current, IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    private ImmutableArray<ConflictLine>? _lines;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _lines = await desk.OfMeetingAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Meeting, CancellationToken.None);

    private static string ColourOf(ConflictState state) => state switch
    {
        ConflictState.Confirmed => "badge-problem",
        ConflictState.Denied or ConflictState.Withdrawn or ConflictState.Rejected => "badge-done",
        _ => "badge-warning",
    };
}
