using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Messages;

/// <summary>Tells the secretariat that people wait for a word.</summary>
internal sealed class MessageTask(MessageReading reading, IStringLocalizer<MessageTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.Secretariat) && (await reading.WaitingAsync(me.Principal, ct)).Length is > 0 and var count ? [new("messages", texts["Task", count])] : [];
}
