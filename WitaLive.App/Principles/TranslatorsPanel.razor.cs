using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Principles;

/// <summary>For the secretariat: what awaits translation, and who has it.</summary>
public sealed partial class TranslatorsPanel(TranslationAssigning assigning, CurrentPerson current, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<AwaitedTranslation>? _awaited;
    private ImmutableArray<Person> _translators = [];
    private NoticeKind _kind;
    private string? _notice;

    /// <summary>Null for all proposals.</summary>
    [Parameter]
    public ProposalId? Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        if (_translators.IsEmpty)
            _translators = await assigning.TranslatorsAsync(me, CancellationToken.None);
        _awaited = Id is { } id ? await assigning.AwaitedAsync(me, id, CancellationToken.None) : await assigning.AwaitedAsync(me, CancellationToken.None);
    }

    private static string IdOf(AwaitedTranslation one) => $"translator-{one.Number}-{one.Language}";

    private async Task AssignAsync(AwaitedTranslation one, ChangeEventArgs change)
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var why = await assigning.AssignAsync(me, one.Id, one.Language, Guid.TryParse(change.Value as string, out var chosen) ? new PersonId(chosen) : null, CancellationToken.None);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["Assigned"]) : (NoticeKind.Problem, texts.Of(why));
        await OnParametersSetAsync();
    }
}
