using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Plans a meeting. Whatever was typed stays, also when it is refused.</summary>
public sealed partial class NewMeetingPage(
    MeetingPlanning planning, CurrentPerson current, PlanSentences sentences, NavigationManager navigation, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    private MeetingForm _form = new();
    private PlanChoices? _choices;
    private int _looks;
    private ImmutableArray<FieldProblem> _problems = [];

    /// <summary>The provisional date to be planned.</summary>
    [SupplyParameterFromQuery]
    public string? Date { get; set; }

    /// <summary>The failed meeting of which this is to be the second convocation.</summary>
    [SupplyParameterFromQuery]
    public string? First { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        if (InAddress.Id(First) is { } failed)
            _form = await planning.FormOfSecondAsync(me.Principal, new(failed), CancellationToken.None);
        else if (InAddress.Id(Date) is { } date)
            _form = await planning.FormAsync(me.Principal, new(date), CancellationToken.None);
        await LookAsync();
        if (_form.FirstId is null)
            ProposeSeats();
    }

    private string? Problem(string field) => _problems.FirstOrDefault(p => p.Field == field) is { } problem ? sentences.Of(problem.Why) : null;

    private string? Wrong(string field) => _problems.Any(p => p.Field == field) ? "true" : null;

    // An answer that comes after a later question's is not shown: it would speak of another chamber or day than the form.
    private async Task LookAsync()
    {
        var look = ++_looks;
        var me = await current.DemandAsync(Policies.Secretariat);
        var choices = await planning.ChoicesAsync(me.Principal, _form, CancellationToken.None);
        if (look == _looks)
            _choices = choices;
    }

    private async Task ChooseChamberAsync(ChangeEventArgs change)
    {
        (_form.Chamber, _form.First) = (change.Value as string ?? "", "");
        await LookAsync();
        ProposeSeats();
    }

    private void ProposeSeats()
    {
        if (_choices?.Chamber?.Id != _form.ChamberId)
            return; // another chamber was chosen meanwhile, and its answer is still to come
        _form.Seats.Clear();
        if (_choices is { IsComposed: true, Chamber: { } chamber })
            _form.Seats.UnionWith(planning.Propose(_choices.Commission, chamber));
    }

    private Task ChooseFirstAsync(ChangeEventArgs change)
    {
        _form.First = change.Value as string ?? "";
        return LookAsync();
    }

    private void Choose((SeatId Seat, bool IsChosen) choice)
    {
        if (choice.IsChosen)
            _form.Seats.Add(choice.Seat);
        else
            _form.Seats.Remove(choice.Seat);
    }

    private async Task SaveAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        (var id, _problems) = await planning.CreateAsync(me.Principal, _form, CancellationToken.None);
        if (id is { } planned)
            navigation.NavigateTo($"meetings/{planned.Value}");
    }
}
