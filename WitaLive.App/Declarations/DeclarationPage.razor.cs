using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;

namespace WitaLive.App.Declarations;

/// <summary>The confidentiality declaration: its words, and one's signature under them.</summary>
public sealed partial class DeclarationPage(DeclarationDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<DeclarationTexts> texts) : ComponentBase
{
    private SignedInPerson? _me;
    private OwnDeclaration? _own;
    private NoticeKind _kind;
    private string? _said;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _me = await current.GetAsync();
        _own = await desk.ReadAsync(_me.Principal, CancellationToken.None);
    }

    private async Task SignAsync()
    {
        var me = await current.GetAsync();
        var why = await desk.SignAsync(me.Principal, _own!.Version.From, Language.Current.Code, CancellationToken.None);
        await ReadAsync();
        (_kind, _said) = why is not null ? (NoticeKind.Problem, sentences.Of(why))
            : _own.Signature is not null ? (NoticeKind.Done, texts["Done"].Value)
            : (NoticeKind.Problem, texts["NotKept"].Value);
    }
}
