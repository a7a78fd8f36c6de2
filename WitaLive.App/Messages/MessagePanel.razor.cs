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
    private Guid _next = Guid.CreateVersion7();
    private string _text = "";
    private string? _problem;
    private string? _sent;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>Read by the secretariat; otherwise by the person.</summary>
    [Parameter]
    public bool IsSecretariat { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private IReadOnlyCollection<Guid> Waiting => [.. _lines.Where(line => IsWaiting(line.Message)).Select(line => line.Message.Id)];

    private static bool IsWaiting(FileMessage message) => message is { FromSecretariat: false, SeenAt: null };

    private string AuthorOf(MessageLine line) => IsSecretariat && line.By.Length > 0 ? line.By : texts[line.Message.FromSecretariat ? "Secretariat" : "You"];

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        _lines = IsSecretariat ? await reading.ReadAsync(me, File, CancellationToken.None) : await reading.ReadOwnAsync(me, File, CancellationToken.None);
    }

    private async Task SendAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        var message = new MessageToSend(_next, _text);
        var why = IsSecretariat ? await desk.SendAsync(me, File, message, Waiting, CancellationToken.None) : await desk.SendOwnAsync(me, File, message, CancellationToken.None);
        (_problem, _sent) = why is null ? ((string?)null, texts["Sent"].Value) : (refusals[why.Key, [.. why.Gaps]].Value, null);
        if (why is null && _next == message.Id)
            (_text, _next) = ("", Guid.CreateVersion7());
        await ReloadAsync();
    }

    private async Task SeeAsync()
    {
        await desk.SeeAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, Waiting, CancellationToken.None);
        await ReloadAsync();
    }
}
