using WitaLive.App.Access;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.People;

namespace WitaLive.App.Start;

/// <summary>What waits for someone who has just come in.</summary>
/// <param name="Meetings">Those ahead, the next one first: all of them for the secretariat, for a member their own.</param>
/// <param name="NotInvited">Persons without an invitation; 0 for whoever does not invite.</param>
/// <param name="FailedMails">Mails that were given up; 0 for whoever does not look after them.</param>
/// <param name="Tasks">What other features want of them.</param>
public sealed record Waiting(ImmutableArray<MeetingLine> Meetings, int NotInvited, int FailedMails, ImmutableArray<StartTask> Tasks);

public sealed class StartDesk(MeetingList meetings, PeopleDesk people, MailDesk mails, IEnumerable<IStartTask> features)
{
    public async Task<Waiting> ReadAsync(SignedInPerson me, CancellationToken ct)
    {
        var ahead = (await meetings.ReadAsync(me.Principal, new MeetingFilter(), ct)).Ahead;
        var tasks = ImmutableArray.CreateBuilder<StartTask>();
        foreach (var feature in features)
            tasks.AddRange(await feature.ForAsync(me, ct));
        if (!me.May(Policies.People))
            return new(ahead, 0, 0, tasks.ToImmutable());

        var persons = await people.ListAsync(me.Principal, null, null, ct);
        var failed = await mails.ListAsync(me.Principal, MailState.Failed, null, 1, ct);
        return new(ahead, persons.Count(line => line.Status is PersonStatus.NotInvited), failed.Failed, tasks.ToImmutable());
    }
}
