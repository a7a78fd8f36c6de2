using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>The answer to one question, in words or with papers.</summary>
public sealed partial class PointAnswer(ProofDesk desk, CurrentPerson current, IStringLocalizer<ApplicationTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private string _text = "";
    private string? _problem;
    private ImmutableArray<Proof> _proofs = [];
    private int _round;

    [Parameter, EditorRequired]
    public required AskedPoint Point { get; set; }

    [Parameter]
    public EventCallback<ApplicationCommand> OnAnswer { get; set; }

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        var me = await current.DemandAsync(Policies.Account);
        Refusal? why = chosen.File.Size > PaperFiles.Largest ? new PaperTooLarge(chosen.File.Name, PlanWords.Size(PaperFiles.Largest)) : null;
        if (why is null)
        {
            await using var content = chosen.File.OpenReadStream(PaperFiles.Largest);
            var kept = await desk.KeepAsync(me.Principal, chosen.File.Name, content, CancellationToken.None);
            if (kept is Result<Proof>.Ok(var proof))
                _proofs = _proofs.Add(proof);
            why = (kept as Result<Proof>.Refused)?.Why;
        }
        _problem = why is null ? null : refusals[why.Key, [.. why.Gaps]].Value;
        _round++;
    }

    private Task AnswerAsync() => OnAnswer.InvokeAsync(new AnswerPoint(Point.Id, _text, _proofs));
}
