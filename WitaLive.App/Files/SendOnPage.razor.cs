using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;

namespace WitaLive.App.Files;

/// <summary>Where the President sends a file that waits to another chamber, with the reason.</summary>
public sealed partial class SendOnPage(FilesToSendOn files, FileDesk desk, CurrentPerson current, IStringLocalizer<FileTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private SendablePage? _page;
    private bool _isRead;
    private NoticeKind _kind;
    private string? _notice;

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => InAddress.Number(Page) ?? 1;

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _page = await files.ReadAsync((await current.DemandAsync(Policies.SignedIn)).Principal, Search, PageNumber, CancellationToken.None);
        _isRead = true;
    }

    private async Task SendAsync(SentOn sent)
    {
        var why = await desk.SendOnAsync((await current.DemandAsync(Policies.SignedIn)).Principal, sent.File.Id, new(sent.Chamber, sent.Reason) { From = sent.File.ChamberId }, CancellationToken.None);
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["SentOn", sent.File.Number].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        await ReloadAsync();
    }
}
