using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
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
    // What is typed and not saved, on the version it was typed into: it waits while another letter is looked at.
    private readonly Dictionary<(LetterKind Kind, string Language), LetterSheet> _typed = [];
    private LetterSheet? _sheet;
    private int _basedOn;
    private string? _asked;
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

    private string? TypedElsewhere => Named(_typed.Keys.Where(letter => letter != Wanted)) is { Length: > 0 } letters ? texts["UnsavedElsewhere", letters].Value : null;

    private string Named(IEnumerable<(LetterKind Kind, string Language)> letters) =>
        string.Join(", ", letters.Select(letter => $"{texts[$"Kind{letter.Kind}"].Value} ({Language.Find(letter.Language)?.Name})"));

    // Within this page everything typed waits; whoever leaves it is told once.
    private void Ask(LocationChangingContext leaving)
    {
        var path = Uri.TryCreate(leaving.TargetLocation, UriKind.Absolute, out var whole) ? whole.AbsolutePath : leaving.TargetLocation.Split('?')[0];
        if (_typed.Count == 0 || path.Trim('/') == "letters" || _asked == leaving.TargetLocation)
            return;
        leaving.PreventNavigation();
        (_asked, _noticeKind, _notice) = (leaving.TargetLocation, NoticeKind.Warning, texts["LeaveUnsaved", Named(_typed.Keys)]);
    }

    private async Task ReadAsync()
    {
        var (me, wanted) = (await current.DemandAsync(Policies.Secretariat), Wanted);
        var sheet = await desk.ReadAsync(me.Principal, wanted.Kind, wanted.Language, CancellationToken.None);
        if (wanted != Wanted)
            return; // another letter was chosen meanwhile
        var typed = _typed.GetValueOrDefault(wanted);
        (_sheet, _basedOn, _subject, _body) = (sheet, (typed ?? sheet).Number, (typed ?? sheet).Subject, (typed ?? sheet).Body);
        if (typed is not null)
            (_noticeKind, _notice) = (NoticeKind.Information, texts["TypedKept"]);
        await PreviewAsync();
    }

    private Task ChangeAsync(string? subject = null, string? body = null)
    {
        (_subject, _body, _notice, _asked) = (subject ?? _subject, body ?? _body, null, null);
        if (_sheet is { } sheet && (_subject, _body) != (sheet.Subject, sheet.Body))
            _typed[(sheet.Kind, sheet.Language)] = sheet with { Number = _basedOn, Subject = _subject, Body = _body };
        else
            _typed.Remove((_sheet!.Kind, _sheet.Language));
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        var (me, sheet) = (await current.DemandAsync(Policies.Secretariat), _sheet!);
        var shown = await showing.PreviewAsync(me.Principal, sheet.Kind, sheet.Language, _subject, _body, CancellationToken.None);
        if (!ReferenceEquals(sheet, _sheet))
            return;
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
        var sheet = _sheet!;
        await SayAsync(sheet, await desk.SaveAsync(me.Principal, sheet.Kind, sheet.Language, _basedOn, _subject, _body, CancellationToken.None), texts["Saved"]);
    }

    private async Task RestoreAsync(int number)
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        var sheet = _sheet!;
        await SayAsync(sheet, await desk.RestoreAsync(me.Principal, sheet.Kind, sheet.Language, sheet.Number, number, CancellationToken.None), texts["Restored"]);
    }

    // What was typed stays when it is refused.
    private async Task SayAsync(LetterSheet sheet, Refusal? why, string done)
    {
        (_noticeKind, _notice) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, why is LetterChangedMeanwhile ? sentences.Of(why) : texts["NotSaved", sentences.Of(why)].Value);
        if (why is not null)
            return;
        _typed.Remove((sheet.Kind, sheet.Language));
        await ReadAsync();
    }
}
