using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Mail;

namespace WitaLive.App.Start;

/// <summary>Tells those who look after mail how many were given up.</summary>
internal sealed class MailTask(MailDesk mails, IStringLocalizer<StartTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.People) && (await mails.ListAsync(me.Principal, MailState.Failed, null, 1, ct)).Failed is > 0 and var failed
            ? [new("mail?state=failed", texts["TaskFailedMails", failed])]
            : [];
}
