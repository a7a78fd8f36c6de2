using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Messages;

/// <summary>The messages on a file, and a field to write one.</summary>
public sealed partial class MessagePanel(
    MessageReading reading, MessageDesk desk, CurrentPerson current, IStringLocalizer<MessageTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<MessageLine> _lines = [];
    private string _text = "";
    private string? _problem;
    private string? _sent;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>Read by the secretariat; otherwise by the person.</summary>
    [Parameter]
    public bool IsSecretariat { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private static bool IsWaiting(FileMessage message) => message is { FromSecretariat: false, SeenAt: null };

    private string AuthorOf(MessageLine line) => IsSecretariat ? line.By : texts[line.Message.FromSecretariat ? "Secretariat" : "You"];

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        _lines = IsSecretariat ? await reading.ReadAsync(me, File, CancellationToken.None) : await reading.ReadOwnAsync(me, File, CancellationToken.None);
    }

    private async Task SendAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        var why = IsSecretariat ? await desk.SendAsync(me, File, _text, CancellationToken.None) : await desk.SendOwnAsync(me, File, _text, CancellationToken.None);
        (_problem, _sent) = why is null ? ((string?)null, texts["Sent"].Value) : (refusals[why.Key, [.. why.Gaps]].Value, null);
        if (why is null)
            _text = "";
        await ReloadAsync();
    }

    private async Task SeeAsync()
    {
        await desk.SeeAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, CancellationToken.None);
        await ReloadAsync();
    }
}
