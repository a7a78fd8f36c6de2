using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.People;

namespace WitaLive.App.Start;

/// <summary>Tells those who look after people how many have no invitation yet.</summary>
internal sealed class InviteTask(PeopleDesk people, IStringLocalizer<StartTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.People) && (await people.ListAsync(me.Principal, null, null, ct)).Count(line => line.Status is PersonStatus.NotInvited) is > 0 and var left
            ? [new("people?status=NotInvited", texts["TaskInvite", left])]
            : [];
}
