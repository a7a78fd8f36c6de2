using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Messages;

/// <summary>The files on which people wait for a word of the secretariat.</summary>
public sealed partial class MessagesPage(MessageReading reading, CurrentPerson current, IStringLocalizer<MessageTexts> texts) : ComponentBase
{
    private ImmutableArray<WaitingMessages>? _waiting;

    protected override async Task OnInitializedAsync() => _waiting = await reading.WaitingAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
}
