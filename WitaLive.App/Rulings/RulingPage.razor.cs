using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>One reasoned decision: its facts, what is written beside them, its second reading and signature, and the letter it makes.</summary>
public sealed partial class RulingPage(
    RulingReading reading, RulingActs acts, CurrentPerson current, NavigationManager navigation, Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private RulingSheet? _sheet;
    private Guid _shown;
    private bool _missing;
    private int _basedOn;
    private int _editor;
    private string _finding = "";
    private string _correction = "";
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private bool CanPrint => acts.CanPrint;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        (_shown, _finding, _correction, _said) = (Id, "", "", null);
        await ReadAsync();
    }

    // With a new editor on what is stored now, unless what is being typed stays.
    private async Task ReadAsync(bool keepsTyped = false)
    {
        _sheet = await reading.ReadAsync((await current.DemandAsync(Policies.SignedIn)).Principal, Id, CancellationToken.None);
        _missing = _sheet is null;
        if (!keepsTyped)
            (_editor, _basedOn) = (_editor + 1, _sheet?.Ruling.Version ?? 0);
    }

    private async Task WriteAsync(RulingText text) => await DoAsync(Policies.Secretariat, me => acts.Desk.WriteAsync(me.Principal, Id, text, _basedOn, CancellationToken.None));

    private async Task HandInAsync(RulingText text) => await DoAsync(Policies.Secretariat, me => acts.Desk.HandInAsync(me.Principal, Id, text, _basedOn, CancellationToken.None));

    private async Task TakeBackAsync() => await DoAsync(Policies.Secretariat, me => acts.Desk.TakeBackAsync(me.Principal, Id, CancellationToken.None), types: false);

    // What is being typed stays: its version rose by this act, unless somebody else wrote as well.
    private async Task AskAsync()
    {
        if (await DoAsync(Policies.SignedIn, me => acts.Desk.AskAsync(me.Principal, Id, CancellationToken.None), keepsTyped: true) && _sheet?.Ruling.Version == _basedOn + 1)
            _basedOn++;
    }

    private async Task SignAsync() => await DoAsync(Policies.SignedIn, me => acts.Signing.SignAsync(me.Principal, Id, _sheet!.Ruling.Version, CancellationToken.None), types: false);

    private async Task ReadOverAsync(bool agrees)
    {
        if (await DoAsync(Policies.SignedIn, me => acts.Desk.ReadOverAsync(me.Principal, Id, _sheet!.Ruling.Version, agrees, _finding, CancellationToken.None)))
            _finding = "";
    }

    private async Task CorrectAsync() => await FollowAsync(await acts.Desk.CorrectAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Id, _correction, CancellationToken.None));

    // What is kept of it is not what was signed: it is read with a warning above it, and printed no more.
    private static bool IsAltered(RulingSheet sheet) => sheet.Ruling is { Stage: RulingStage.Locked, IsAsSigned: false };

    private async Task DropAsync()
    {
        if (await acts.Desk.DropAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Id, CancellationToken.None) is { } why)
            (_kind, _said) = (NoticeKind.Problem, acts.Say(why));
        else
            navigation.NavigateTo($"decisions/{_sheet!.Ruling.ReplacesId}");
    }

    private async Task JudgeAsync(Judgment judgment) =>
        await FollowAsync(await acts.Judgments.ReplaceAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Id, judgment, CancellationToken.None, _sheet!.Ruling.Version));

    private async Task FollowAsync(Result<Guid> begun)
    {
        switch (begun)
        {
            case Result<Guid>.Ok(var draft) when draft == Id:
                (_kind, _said) = (NoticeKind.Done, texts["Recorded"]);
                await ReadAsync();
                break;
            case Result<Guid>.Ok(var draft):
                _correction = "";
                navigation.NavigateTo($"decisions/{draft}");
                break;
            case Result<Guid>.Refused(var why):
                (_kind, _said) = (NoticeKind.Problem, acts.Say(why));
                if (why is RulingNotAsShown)
                    await ReadAsync();
                break;
        }
    }

    // What was refused stays where it was typed; where nothing is typed, the page shows why.
    private async Task<bool> DoAsync(string policy, Func<SignedInPerson, Task<Refusal?>> act, bool keepsTyped = false, bool types = true)
    {
        var why = await act(await current.DemandAsync(policy));
        (_kind, _said) = why is null ? (NoticeKind.Done, texts["Recorded"].Value) : (NoticeKind.Problem, acts.Say(why));
        if (why is null or RulingNotAsShown)
            await ReadAsync(keepsTyped);
        else if (!types)
            await ReadAsync(keepsTyped: true); // somebody else has changed what can be done here
        return why is null;
    }

    // What the lot says is shown once the decision is handed in, and not before.
    private static string ReadingKey(RulingSheet sheet) => sheet.Ruling switch
    {
        { Stage: RulingStage.Drafted, IsAsked: false } => "ReadingNotYet",
        { IsAsked: true } => "ReadingAsked",
        { IsDrawn: true } => "ReadingDrawn",
        _ => "ReadingNone",
    };

    private static string LanguageName(RulingSheet sheet) => Language.Find(sheet.Facts.Case.Language)?.Name ?? sheet.Facts.Case.Language;
}
