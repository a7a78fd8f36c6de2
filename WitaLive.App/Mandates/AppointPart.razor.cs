using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;

namespace WitaLive.App.Mandates;

/// <summary>Gives the seat to a duo, from the first free day on and for as long as the rules allow.</summary>
public sealed partial class AppointPart(IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private string? _effective;
    private string? _substitute;
    private string _from = "";
    private string _until = "";

    [Parameter, EditorRequired]
    public required SeatSheet Sheet { get; set; }

    [Parameter]
    public EventCallback<Appointing> OnAppoint { get; set; }

    protected override void OnInitialized()
    {
        var free = Sheet.Mandates is [{ Mandate.Term: { Until: { } end } term }, ..] && term.From <= end && end >= Sheet.Today ? end.AddDays(1) : Sheet.Today;
        (_from, _until) = (DayText.Of(free), DayText.Of(Sheet.Rule.LatestEnd(free)));
    }

    private void SetFrom(ChangeEventArgs change)
    {
        _from = change.Value as string ?? "";
        if (DayText.ReadNear(_from) is { } from)
            _until = DayText.Of(Sheet.Rule.LatestEnd(from));
    }

    private Task AppointAsync() => OnAppoint.InvokeAsync(
        new(PersonSelect.PersonOf(_effective), PersonSelect.PersonOf(_substitute), DayText.ReadNear(_from), DayText.Read(_until)));
}
