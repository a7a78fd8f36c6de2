using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Convening;

/// <summary>Writes that people were told, with the mails that tell them. The caller saves, with the act itself.</summary>
internal static class ConvocationRows
{
    public static bool IsReachable(Person person) => person.IsActive && MailAddresses.IsUsable(person.Email);

    public static void Add(WitaLiveDb db, Convocation row, Person person, Func<OutgoingMail> write)
    {
        if (IsReachable(person))
        {
            var mail = write();
            Outbox.Add(db, mail);
            row.MailId = mail.Id;
        }
        db.Add(row);
    }

    /// <summary>Tells everyone who was convened, once more each time it is called.</summary>
    public static async Task AddForAllAsync(
        WitaLiveDb db, Domain.MeetingId meeting, ConvocationKind kind, DateTimeOffset at, Func<Person, OutgoingMail> write, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == meeting).ToListAsync(ct);
        var convened = told.Where(c => c.Kind == ConvocationKind.Invitation).Select(c => c.PersonId).ToList();
        var number = told.Where(c => c.Kind == kind).Select(c => c.Number).DefaultIfEmpty().Max() + 1;
        foreach (var person in await db.Persons.AsNoTracking().Where(p => convened.Contains(p.Id)).ToListAsync(ct))
            Add(db, new() { MeetingId = meeting, PersonId = person.Id, Kind = kind, Number = number, CreatedAt = at }, person, () => write(person));
    }
}
