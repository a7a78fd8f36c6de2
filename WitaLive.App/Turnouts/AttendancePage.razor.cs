using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;

namespace WitaLive.App.Turnouts;

/// <summary>Every member's attendance over a year, and whose mandate the rule puts at stake.</summary>
public sealed partial class AttendancePage(AttendanceDesk desk, CurrentPerson current, SeatWords words, IStringLocalizer<TurnoutTexts> texts) : ComponentBase
{
    private ImmutableArray<AttendanceLine>? _lines;

    private string Share => $"{desk.Rule.MissedShare.Numerator}/{desk.Rule.MissedShare.Denominator}";

    protected override async Task OnInitializedAsync() =>
        _lines = await desk.ListAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
}
