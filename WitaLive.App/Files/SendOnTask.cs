using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Files;

/// <summary>Leads the President to the files that wait for a chamber.</summary>
internal sealed class SendOnTask(FilesToSendOn files, IStringLocalizer<FileTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        await files.CountAsync(me.Principal, ct) is > 0 and var total ? [new("files/chambers", texts["TaskSendOn", total])] : [];
}
