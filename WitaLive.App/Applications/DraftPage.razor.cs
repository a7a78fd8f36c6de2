using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>Choosing from the profile, what is still missing, a look at it as the chamber will see it, and sending it in.</summary>
public sealed partial class DraftPage(
    ApplicationDesk desk, Renewals renewals, CurrentPerson current, NavigationManager navigation, ApplicationWords texts) : ComponentBase
{
    private DraftSheet? _sheet;
    private string? _problem;
    private int _left = 1;
    private bool _hasOpen;

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    private string OneIsOpen => texts.Of(new AnotherApplicationIsOpen());

    private string Profile => Assisting?.Profile ?? "my/profile";

    protected override Task OnInitializedAsync() => ReloadAsync();

    private static string SubjectOf(DraftSheet sheet, Gap gap) => gap.About is not { } about ? ""
        : sheet.Profile.Profile.Activities.FirstOrDefault(a => a.Id.Value == about)?.Function ?? sheet.Profile.Profile.Incomes.FirstOrDefault(l => l.Id.Value == about)?.Work ?? "";

    private string AddressOf(DraftSheet sheet, Gap gap) => gap.Kind switch
    {
        GapKind.NoNationalNumber => $"{Profile}#national-number",
        GapKind.NoAddress => $"{Profile}#address",
        GapKind.NoPresentation => $"{Profile}#presentation",
        GapKind.NoCoreActivity => $"{Profile}#activities",
        GapKind.ActivityUnfinished => $"{Profile}#activity-{gap.About}",
        GapKind.InactivityUnfinished => $"{Profile}#inactivity-{gap.About}",
        _ => $"{Profile}#income-{gap.About}",
    };

    private static (string Kind, ImmutableArray<LineField> Fields) LineOf(DraftSheet sheet, Gap gap) => gap.Kind switch
    {
        GapKind.ActivityUnfinished => ("a", sheet.Profile.Profile.Activities.First(a => a.Id.Value == gap.About).Missing),
        GapKind.IncomeUnfinished => ("i", sheet.Profile.Profile.Incomes.First(l => l.Id.Value == gap.About).Missing),
        GapKind.InactivityUnfinished => ("t", sheet.Profile.Profile.Inactivities.First(t => t.Id.Value == gap.About).Missing),
        _ => ("", []),
    };

    private static Submission SubmissionOf(DraftSheet sheet) =>
        new(sheet.Rests, sheet.Profile.Name, sheet.Profile.Email, sheet.Profile.Phone, sheet.Profile.Address, sheet.Profile.NumberEnd);

    private ImmutableArray<ChoiceLine> ActivityLines(DraftSheet sheet) =>
        [.. sheet.Profile.Profile.Activities.Select(a => Line(sheet, a.Id.Value, texts["ActivityLine", a.Function.Length > 0 ? a.Function : "–", a.Project.Length > 0 ? a.Project : "–"], "a", a.Missing))];

    private ImmutableArray<ChoiceLine> IncomeLines(DraftSheet sheet) =>
        [.. sheet.Profile.Profile.Incomes.Select(l => Line(sheet, l.Id.Value, texts["LineName", l.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–", l.Amount ?? 0, l.Work.Length > 0 ? l.Work : "–"], "i", l.Missing))];

    private ImmutableArray<ChoiceLine> InactivityLines(DraftSheet sheet) =>
        [.. sheet.Profile.Profile.Inactivities.Select(t => Line(sheet, t.Id.Value, texts["InactivityLine", t.From?.ToShortDay() ?? "–", t.Until?.ToShortDay() ?? "–"], "t", t.Missing))];

    // An unfinished line cannot be taken in; one that has become so can still be left out.
    private ChoiceLine Line(DraftSheet sheet, Guid id, string text, string kind, ImmutableArray<LineField> missing) =>
        new(id, missing.IsEmpty ? text : $"{text} ({texts["Unfinished"]})", sheet.Chosen.Contains(id), missing.IsEmpty || sheet.Chosen.Contains(id)) { Kind = kind, Missing = missing };

    private async Task ReloadAsync()
    {
        var me = (await current.ActingAsync(Assisting)).Principal;
        (_left, _hasOpen) = await desk.StillTakenAsync(me, CancellationToken.None);
        _sheet = await desk.DraftAsync(me, CancellationToken.None);
    }

    private async Task TakeOverAsync()
    {
        var why = await renewals.TakeOverAsync((await current.ActingAsync(Assisting)).Principal, CancellationToken.None);
        _problem = why is null ? null : texts.Of(why);
        await ReloadAsync();
    }

    private async Task ChooseAsync((Guid Line, bool IsChosen) choice)
    {
        await desk.ChooseAsync((await current.ActingAsync(Assisting)).Principal, choice.Line, choice.IsChosen, _sheet!.Language, CancellationToken.None);
        await ReloadAsync();
    }

    private async Task ChooseLanguageAsync(ChangeEventArgs change)
    {
        await desk.ChooseAsync((await current.ActingAsync(Assisting)).Principal, null, false, change.Value as string ?? "", CancellationToken.None);
        await ReloadAsync();
    }

    private async Task SubmitAsync()
    {
        switch (await desk.SubmitAsync((await current.ActingAsync(Assisting)).Principal, CancellationToken.None))
        {
            case Result<FileId>.Ok(var file):
                navigation.NavigateTo(Assisting is null ? $"my/applications/{file.Value}" : $"files/{file.Value}");
                break;
            case Result<FileId>.Refused(var why):
                _problem = texts.Of(why);
                await ReloadAsync();
                break;
        }
    }
}
