using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>What a court judged in place of a decision, or of the judgment that a draft carries out.</summary>
public sealed partial class JudgmentForm(Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private Question _question = null!;
    private string _court = "";
    private DateOnly? _day;
    private string _outcome = "";

    [Parameter, EditorRequired]
    public required RulingSheet Sheet { get; set; }

    [Parameter]
    public EventCallback<Judgment> OnJudge { get; set; }

    // In place of a judgment whose execution is not signed yet.
    private bool IsAgain => Sheet.Ruling.Stage is not RulingStage.Locked;

    protected override void OnParametersSet()
    {
        if (_outcome.Length == 0)
            _outcome = Sheet.Outcomes.FirstOrDefault("");
    }

    private Task AskAsync() => _day is null ? Task.CompletedTask : _question.AskAsync();

    private Task JudgeAsync() => _day is { } day ? OnJudge.InvokeAsync(new(_court, day, _outcome)) : Task.CompletedTask;
}
