using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>Where the secretariat writes what letters say, in each language, and sees them with real facts before anyone gets them.</summary>
public sealed partial class LettersPage(
    LetterDesk desk, LetterShowing showing, CurrentPerson current, PlanSentences sentences, IStringLocalizer<LetterTexts> texts) : ComponentBase
{
    private LetterSheet? _sheet;
    private string _subject = "";
    private string _body = "";
    private LetterPreview? _preview;
    private Refusal? _noPreview;
    private NoticeKind _noticeKind;
    private string? _notice;

    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindAsked { get; set; }

    [SupplyParameterFromQuery(Name = "language")]
    public string? LanguageAsked { get; set; }

    private (LetterKind Kind, string Language) Wanted => (
        Enum.TryParse<LetterKind>(KindAsked, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : LetterKind.Invitation,
        Language.Find(LanguageAsked)?.Code ?? Language.Current.Code);

    protected override async Task OnParametersSetAsync()
    {
        if (_sheet is { } shown && (shown.Kind, shown.Language) == Wanted)
            return;
        _notice = null;
        await ReadAsync();
    }

    private static string AddressOf(LetterKind kind, string language) => $"letters?kind={kind.ToString().ToLowerInvariant()}&language={language}";

    private async Task ReadAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _sheet = await desk.ReadAsync(me.Principal, Wanted.Kind, Wanted.Language, CancellationToken.None);
        (_subject, _body) = (_sheet.Subject, _sheet.Body);
        await PreviewAsync();
    }

    private Task ChangeAsync(string? subject = null, string? body = null)
    {
        (_subject, _body, _notice) = (subject ?? _subject, body ?? _body, null);
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        var shown = await showing.PreviewAsync(me.Principal, _sheet!.Kind, _sheet.Language, _subject, _body, CancellationToken.None);
        (_preview, _noPreview) = shown switch
        {
            Result<LetterPreview>.Ok(var preview) => ((LetterPreview?)preview, (Refusal?)null),
            Result<LetterPreview>.Refused(var why) => ((LetterPreview?)null, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task SaveAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        await SayAsync(await desk.SaveAsync(me.Principal, _sheet!.Kind, _sheet.Language, _sheet.Number, _subject, _body, CancellationToken.None), texts["Saved"]);
    }

    private async Task RestoreAsync(int number)
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        await SayAsync(await desk.RestoreAsync(me.Principal, _sheet!.Kind, _sheet.Language, _sheet.Number, number, CancellationToken.None), texts["Restored"]);
    }

    // What was typed stays when it is refused.
    private async Task SayAsync(Refusal? why, string done)
    {
        (_noticeKind, _notice) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, why is LetterChangedMeanwhile ? sentences.Of(why) : texts["NotSaved", sentences.Of(why)].Value);
        if (why is null)
            await ReadAsync();
    }
}
