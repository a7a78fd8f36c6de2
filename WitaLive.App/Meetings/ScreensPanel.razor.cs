using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Display;

namespace WitaLive.App.Meetings;

/// <summary>The addresses of a meeting's big screens.</summary>
public sealed partial class ScreensPanel(BigScreens screens, PlanBrowser browser, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private ImmutableArray<DisplayKey>? _keys;

    protected override async Task OnInitializedAsync() => await ReadAsync();

    private string AddressOf(DisplayKey key) => browser.AddressOf($"display/{key.Key}");

    private async Task ReadAsync() => _keys = await screens.OfAsync(await WhoAsync(), Id, CancellationToken.None);

    private async Task CreateAsync()
    {
        await screens.CreateAsync(await WhoAsync(), Id, CancellationToken.None);
        Say(NoticeKind.Done, texts["ScreenCreated"]);
        await ReadAsync();
    }

    private async Task RevokeAsync(DisplayKey key)
    {
        await screens.RevokeAsync(await WhoAsync(), key.Key, CancellationToken.None);
        Say(NoticeKind.Done, texts["ScreenRevoked"]);
        await ReadAsync();
    }

    private async Task CopyAsync(DisplayKey key) =>
        Say(NoticeKind.Done, texts[await browser.CopyAsync($"screen-{key.Key}") ? "AddressCopied" : "AddressSelected"]);
}
