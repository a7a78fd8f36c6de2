using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>The translations of what was adopted: who put them right and when, and for the secretariat the way to do so.</summary>
public sealed partial class TranslationPanel(TranslationDesk desk, CurrentPerson current, PrincipleWords texts) : ComponentBase
{
    private TranslationSheet? _sheet;
    private bool _isSecretariat;
    private NoticeKind _kind;
    private string? _notice;

    [Parameter, EditorRequired]
    public required ProposalId Id { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var me = await current.DemandAsync(Policies.SignedIn);
        _isSecretariat = me.May(Policies.Secretariat);
        _sheet = await desk.ReadAsync(me.Principal, Id, CancellationToken.None);
    }

    private async Task CorrectAsync((Translation Said, int Revision, bool IsRead) typed)
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var why = await desk.CorrectAsync(me, Id, typed.Revision, typed.Said, typed.IsRead, CancellationToken.None);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["Corrected"]) : (NoticeKind.Problem, texts.Of(why));
        if (why is null)
            await ReloadAsync();
    }
}
