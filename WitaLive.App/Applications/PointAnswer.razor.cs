using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Profiles;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>The answer to one question, in words or with papers.</summary>
public sealed partial class PointAnswer(ProofDesk desk, CurrentPerson current, IStringLocalizer<ApplicationTexts> texts) : ComponentBase
{
    private string _text = "";
    private ImmutableArray<Guid> _arrived = [];
    private ImmutableArray<Proof> _proofs = [];

    [Parameter, EditorRequired]
    public required AskedPoint Point { get; set; }

    [Parameter]
    public EventCallback<ApplicationCommand> OnAnswer { get; set; }

    private async Task AddAsync(Guid arrived)
    {
        var me = await current.DemandAsync(Policies.Account);
        _arrived = _arrived.Add(arrived);
        _proofs = await desk.KeptAsync(me.Principal, _arrived, CancellationToken.None);
    }

    private Task AnswerAsync() => OnAnswer.InvokeAsync(new AnswerPoint(Point.Id, _text, _proofs));
}
