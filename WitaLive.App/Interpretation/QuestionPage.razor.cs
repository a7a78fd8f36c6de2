using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Interpretation;

/// <summary>One question of interpretation with its answer, or for a jurist a field to write it.</summary>
public sealed partial class QuestionPage(
    InterpretationReading reading, InterpretationDesk desk, CurrentPerson current, IStringLocalizer<InterpretationTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private readonly OrdinaryWords _words = new();
    private InterpretationLine? _line;
    private bool _missing;
    private bool _isSecretariat;
    private bool _isJurist;
    private string _text = "";
    private string? _problem;
    private string? _notice;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var me = await current.DemandAsync(Policies.Colleagues);
        (_isSecretariat, _isJurist) = (me.May(Policies.Secretariat), me.May(Policies.Jurist));
        _line = await reading.ReadAsync(me.Principal, Id, CancellationToken.None);
        _missing = _line is null;
    }

    private async Task AnswerAsync()
    {
        var why = await desk.AnswerAsync((await current.DemandAsync(Policies.Jurist)).Principal, Id, _text, CancellationToken.None, _words.All);
        (_problem, _notice) = why is null ? ((string?)null, texts["IsAnswered"].Value) : (refusals[why.Key, [.. why.Gaps]].Value, null);
        _words.Hear(why);
        if (why is null)
            _text = "";
        await ReloadAsync();
    }
}
