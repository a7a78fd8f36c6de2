using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>An effective member gives the voice of the seat to another member, by confirming the words on the screen.</summary>
public sealed partial class ProxyPage(ProxyDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<AnswerTexts> texts) : ComponentBase
{
    private ProxySheet? _sheet;
    private bool _isRead;
    private string _holder = "";
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private string Title => _sheet is { } sheet ? texts["MeetingOf", sentences.TitleOf(sheet.Chamber), sheet.Meeting.StartsAt.ToLongDay()] : texts["Proxy"];

    private Person? Chosen => _sheet?.Holders.FirstOrDefault(p => p.Id.Value.ToString() == _holder);

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        _isRead = true;
    }

    private async Task ReadAsync() => _sheet = await desk.ReadAsync((await current.GetAsync()).Principal, new(Id), CancellationToken.None);

    private async Task WithdrawAsync()
    {
        var why = await desk.WithdrawAsync((await current.GetAsync()).Principal, new(Id), CancellationToken.None);
        (_kind, _said, _holder) = why is null ? (NoticeKind.Done, texts["ProxyWithdrawn"].Value, "") : (NoticeKind.Problem, sentences.Of(why), "");
        await ReadAsync();
    }

    private async Task SignAsync()
    {
        var (sheet, holder) = (_sheet!, Chosen!);
        var why = await desk.SignAsync((await current.GetAsync()).Principal, new(Id), holder.Id, desk.TextOf(sheet, holder, sentences), CancellationToken.None);
        (_kind, _said) = why is null ? (NoticeKind.Done, texts["ProxyDone", holder.FullName].Value) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
    }
}
