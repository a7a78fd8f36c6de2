using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Suspensions that run or are to come, and a form for another one.</summary>
public sealed partial class SuspensionPart(IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private string? _person;
    private string _from = "";
    private string _until = "";
    private string _reason = "";
    private Question? _question;

    [Parameter, EditorRequired]
    public required MandateSheet Mandate { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter]
    public EventCallback<Suspending> OnSuspend { get; set; }

    /// <summary>Its number, and its last day.</summary>
    [Parameter]
    public EventCallback<(int Suspension, DateOnly LastDay)> OnLift { get; set; }

    private IEnumerable<Suspension> Running => Mandate.Mandate.Suspensions.Where(s => s.Contains(Today));

    protected override void OnInitialized() => _from = DayText.Of(Today);

    private string NameOf(PersonId person) => Mandate.Duo.First(p => p.Id == person).FullName;

    // What is refused anyhow is refused without a question.
    private Task AskAsync() =>
        PersonSelect.PersonOf(_person) is null || DayText.ReadNear(_from) is not { } from || DayText.ReadNear(_until) < from || string.IsNullOrWhiteSpace(_reason) ? SuspendAsync() : _question!.AskAsync();

    private Task SuspendAsync() => OnSuspend.InvokeAsync(new(PersonSelect.PersonOf(_person), DayText.Read(_from), DayText.Read(_until), _reason));
}
