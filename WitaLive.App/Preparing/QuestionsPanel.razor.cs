using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Preparing;

/// <summary>What members asked about a file, for the secretariat to answer.</summary>
public sealed partial class QuestionsPanel(QuestionDesk desk, CurrentPerson current, PreparationWords words, IStringLocalizer<PreparingTexts> texts) : ComponentBase
{
    private readonly Dictionary<Guid, string> _answers = [];
    private ImmutableArray<AskedQuestion> _questions = [];
    private string? _problem;

    [Parameter, EditorRequired]
    public required Guid File { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync() =>
        _questions = await desk.OfFileAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(File), CancellationToken.None);

    private async Task AnswerAsync(Guid question)
    {
        var why = await desk.AnswerAsync((await current.DemandAsync(Policies.Secretariat)).Principal, question, _answers.GetValueOrDefault(question, ""), CancellationToken.None);
        _problem = why is null ? null : words.Of(why);
        await ReloadAsync();
    }
}
