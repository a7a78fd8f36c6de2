using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain.Answers;

namespace WitaLive.App.Answers;

/// <summary>On the meeting's page: whoever was convened says whether they come. Nothing stands here for anyone else.</summary>
public sealed partial class AnswerPanel(AnswerDesk desk, AnswerWords words, CurrentPerson current, PlanSentences sentences, IStringLocalizer<AnswerTexts> texts)
    : ComponentBase
{
    private AnswerSheet? _sheet;
    private string _reason = "";
    private NoticeKind _kind;
    private string? _said;

    [Parameter, EditorRequired]
    public required Guid Meeting { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    // Answered in another window, from the mail, or to the secretariat: what was said of the answer before is not true any more.
    private async Task LookAsync()
    {
        if (await desk.LastNumberAsync((await current.GetAsync()).Principal, new(Meeting), CancellationToken.None) == (_sheet?.Last?.Number ?? 0))
            return;
        _said = null;
        await ReadAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task ReadAsync() => _sheet = await desk.ReadAsync((await current.GetAsync()).Principal, new(Meeting), CancellationToken.None);

    private async Task AnswerAsync(AnswerKind kind)
    {
        var why = await desk.AnswerAsync((await current.GetAsync()).Principal, new(Meeting), kind, _reason, CancellationToken.None);
        await ReadAsync();
        (_kind, _said) = why is not null ? (NoticeKind.Problem, sentences.Of(why)) : (NoticeKind.Done, texts["Recorded", words.Sentence(_sheet!.Last!, _sheet.Partner)].Value);
        await OnChanged.InvokeAsync();
    }
}
