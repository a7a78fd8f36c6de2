using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Interpretation;

/// <summary>On a file: the questions of interpretation it gave rise to, and a form to ask one.</summary>
public sealed partial class InterpretationPanel(
    InterpretationReading reading, InterpretationDesk desk, CurrentPerson current, IStringLocalizer<InterpretationTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private readonly OrdinaryWords _words = new();
    private ImmutableArray<InterpretationLine> _lines = [];
    private Guid _next = Guid.CreateVersion7();
    private string _title = "";
    private string _text = "";
    private string? _problem;
    private string? _asked;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync() => _lines = await reading.OfFileAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, CancellationToken.None);

    private async Task AskAsync()
    {
        var question = new QuestionToAsk(_next, File, _title, _text) { Ordinary = _words.All };
        var why = await desk.AskAsync((await current.DemandAsync(Policies.Secretariat)).Principal, question, CancellationToken.None);
        (_problem, _asked) = why is null ? ((string?)null, texts["IsAsked"].Value) : (refusals[why.Key, [.. why.Gaps]].Value, null);
        _words.Hear(why);
        if (why is null && _next == question.Id)
            (_title, _text, _next) = ("", "", Guid.CreateVersion7());
        await ReloadAsync();
    }
}
