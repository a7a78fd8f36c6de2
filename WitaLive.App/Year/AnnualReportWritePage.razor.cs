using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Figures;

namespace WitaLive.App.Year;

/// <summary>Where the secretariat writes the sections of the activity report on a year, and hands it in.</summary>
public sealed partial class AnnualReportWritePage(AnnualReportDesk desk, CurrentPerson current, YearWords words, Names names, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private AnnualReport? _report;
    private bool _missing;
    private NoticeKind _kind;
    private string? _notice;

    [Parameter]
    public int Year { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _report = await desk.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Year, CancellationToken.None);
        _missing = _report is null;
    }

    private Task SaveAsync((string Section, string Language, int Number, string Text) typed) => DoAsync("AnnualSaved", async () =>
        await desk.SaveAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Year, typed.Section, typed.Language, typed.Number, typed.Text, CancellationToken.None));

    private Task HandInAsync() => DoAsync("AnnualIsHandedIn", async () => await desk.HandInAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Year, CancellationToken.None));

    // What was refused stays on the screen: read anew, what was typed would be gone.
    private async Task DoAsync(string done, Func<Task<Refusal?>> act)
    {
        var why = await act();
        (_kind, _notice) = why is null ? (NoticeKind.Done, words[done]) : (NoticeKind.Problem, refusals[why.Key, [.. why is AnnualReportLacksText lacks ? [names.Of($"annualSection.{lacks.Section}"), words.LanguageName(lacks.Language)] : why.Gaps]].Value);
        if (why is null)
            await ReloadAsync();
    }
}
