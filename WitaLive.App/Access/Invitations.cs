using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Bodies;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Sends the links with which people choose their password: at the invitation, and when they have forgotten it.</summary>
public sealed class Invitations(
    IDbContextFactory<WitaLiveDb> databases, MailFrame frame, IStringLocalizer<AccessTexts> texts, Names names, SiteAddress site, JobBell bell)
{
    // Links that work at the same time; who has three mails with one needs no fourth.
    private const int MostLinks = 3;

    /// <summary>Invites one person, again if need be: an older link ends.</summary>
    public async Task<Refusal?> InviteAsync(ClaimsPrincipal who, PersonId id, DateTimeOffset now, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { IsActive: true } person)
            return new PersonNotActive();
        if (!MailAddresses.IsUsable(person.Email))
            return new AddressUnusable(person.Email);
        await InviteAsync(db, person, now, ct);
        await db.SaveChangesAsync(ct);
        bell.Ring<SendDueMail>();
        return null;
    }

    /// <summary>Invites everyone active who has neither been invited nor has a password, and to whom mail can be sent.</summary>
    /// <returns>How many were invited.</returns>
    public async Task<int> InviteAllAsync(ClaimsPrincipal who, DateTimeOffset now, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Users.Where(a => a.InvitedAt != null || a.PasswordHash != null).Select(a => a.Id).ToListAsync(ct);
        var persons = (await db.Persons.AsNoTracking().Where(p => p.IsActive && !p.IsOutside).ToListAsync(ct)).ExceptBy(known, p => p.Id.Value)
            .Where(p => MailAddresses.IsUsable(p.Email)).ToList();
        foreach (var person in persons)
            await InviteAsync(db, person, now, ct);
        await db.SaveChangesAsync(ct);
        bell.Ring<SendDueMail>();
        return persons.Count;
    }

    /// <summary>Mails a link to whoever has an account under this address. Says nothing of whether there is one.</summary>
    /// <remarks>Anyone may ask for it: so no other link ends by it, least of all an invitation, and nobody's letter box is filled with it.</remarks>
    public async Task SendResetAsync(string email, DateTimeOffset now, CancellationToken ct)
    {
        var address = Person.NormalAddress(email);
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Email == address && p.IsActive, ct);
        if (person is null || !MailAddresses.IsUsable(address) || !await db.Users.AnyAsync(a => a.Id == person.Id.Value, ct))
            return;
        if (await db.Set<AccountLink>().CountAsync(l => l.Person == person.Id && l.EndedAt == null && l.ExpiresAt > now, ct) >= MostLinks)
            return;
        var secret = NewLink(db, person.Id, now, AccountLink.ResetLasts);
        Outbox.Add(db, Mail(person, now, "reset", "ResetSubject", "ResetText", secret));
        await db.SaveChangesAsync(ct);
        bell.Ring<SendDueMail>();
    }

    /// <summary>Opens an account for whoever wants to apply, or applied without one, and mails the link with which they choose a password. An address that has an account gets a link for a new one.</summary>
    /// <returns>What is wrong with name or address, or null; nothing tells whether the address was known.</returns>
    /// <param name="atTelephone">The secretariat does it for whoever calls, and the mail says so.</param>
    public async Task<Refusal?> SignUpAsync(string givenName, string familyName, string email, string language, DateTimeOffset now, CancellationToken ct, bool atTelephone = false)
    {
        if (Person.New(new(Guid.NewGuid())).Describe(givenName, familyName, email, language, []) is { } why)
            return why;
        if (HasAddress(givenName) || HasAddress(familyName))
            return new NameWithAddress();
        if (!MailAddresses.IsUsable(Person.NormalAddress(email)))
            return new AddressUnusable(email);
        await using var db = await databases.CreateDbContextAsync(ct);
        var address = Person.NormalAddress(email);
        var known = await db.Persons.SingleOrDefaultAsync(p => p.Email == address, ct);
        if (known is not null && (known is not { IsOutside: true, IsActive: true } || await db.Users.AnyAsync(a => a.Id == known.Id.Value, ct)))
        {
            await SendResetAsync(email, now, ct);
            return null;
        }
        var person = known ?? db.Add(Person.Applying(new(Guid.CreateVersion7()), givenName, familyName, email, language)).Entity;
        (await AccountAsync(db, person, ct)).InvitedAt = now;
        Outbox.Add(db, Mail(person, now, "sign-up", "SignUpSubject", atTelephone ? "SignUpAssistedText" : "SignUpText", NewLink(db, person.Id, now, AccountLink.InvitationLasts)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The same address at the same moment: the other one's mail is on its way. Anything else is a fault, and there is no mail.
            if (!await db.Persons.AsNoTracking().AnyAsync(p => p.Email == address, ct))
                throw;
            return null;
        }
        bell.Ring<SendDueMail>();
        return null;
    }

    /// <summary>Makes a person an administrator, a new one if the address is not known; for the command line only.</summary>
    /// <returns>The address at which they choose their password.</returns>
    public async Task<Uri> CreateAdministratorAsync(string email, DateTimeOffset now, CancellationToken ct)
    {
        var address = Person.NormalAddress(email);
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == address, ct);
        if (person is null)
        {
            var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(address.Split('@')[0]).Split('.', 2);
            person = new Person(new(Guid.NewGuid()), name[0], name.Length > 1 ? name[1] : name[0], address, "en");
            db.Add(person);
        }
        person.Enable();
        person.Join();
        var account = await AccountAsync(db, person, ct);
        var role = Roles.All.First(r => r.Name == Roles.Administrator).Id;
        if (!await db.UserRoles.AnyAsync(r => r.UserId == account.Id && r.RoleId == role, ct))
            db.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role });
        var secret = await LinkAsync(db, person.Id, now, AccountLink.FirstAdministratorLasts, ct);
        await db.SaveChangesAsync(ct);
        return site.Of(AccountLink.PageOf(secret));
    }

    /// <summary>Writes the invitation of somebody who applied without an account, within the transaction of the caller.</summary>
    internal Task AddApplicantAsync(WitaLiveDb db, Person person, DateTimeOffset now, CancellationToken ct) =>
        InviteAsync(db, person, now, "ApplicantInvitationSubject", "ApplicantInvitationText", ct);

    /// <summary>Writes the invitation of somebody who enters for another body, within the transaction of the caller, who has added that.</summary>
    internal Task AddRepresentativeAsync(WitaLiveDb db, Person person, DateTimeOffset now, CancellationToken ct) => InviteAsync(db, person, now, ct);

    // Who enters for another body reads for which one; its row may be of the same transaction.
    private async Task InviteAsync(WitaLiveDb db, Person person, DateTimeOffset now, CancellationToken ct) =>
        await (await db.Set<Representative>().FindAsync([person.Id], ct) is { } one
            ? InviteAsync(db, person, now, "BodyInvitationSubject", "BodyInvitationText", ct, () => one.Kind is BodyKind.Inspection ? names.Of($"requester.{one.Body}") : one.Body)
            : InviteAsync(db, person, now, "InvitationSubject", "InvitationText", ct));

    private async Task InviteAsync(WitaLiveDb db, Person person, DateTimeOffset now, string subject, string text, CancellationToken ct, Func<string>? body = null)
    {
        (await AccountAsync(db, person, ct)).InvitedAt = now;
        var secret = await LinkAsync(db, person.Id, now, AccountLink.InvitationLasts, ct);
        Outbox.Add(db, Mail(person, now, "invitation", subject, text, secret, body));
    }

    private OutgoingMail Mail(Person person, DateTimeOffset now, string purpose, string subject, string text, string secret, Func<string>? body = null) => new()
    {
        ToAddress = person.Email,
        ToName = person.FullName,
        Language = person.Language,
        Subject = ReceiverLanguage.Run(person.Language, () => texts[subject, body?.Invoke() ?? ""].Value),
        Text = frame.Write(person.Language, person.FullName, () => texts[text, site.Of(AccountLink.PageOf(secret, person.Language)), body?.Invoke() ?? ""].Value),
        Purpose = purpose,
        CreatedAt = now,
        PersonId = person.Id,
    };

    private static async Task<string> LinkAsync(WitaLiveDb db, PersonId person, DateTimeOffset now, TimeSpan lasts, CancellationToken ct)
    {
        foreach (var older in await db.Set<AccountLink>().Where(l => l.Person == person && l.EndedAt == null).ToListAsync(ct))
            older.End(now);
        return NewLink(db, person, now, lasts);
    }

    // The first mail greets by this name whoever's address was typed, in the name of the Commission.
    private static bool HasAddress(string name) => name.AsSpan().ContainsAny("/:@") || name.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static string NewLink(WitaLiveDb db, PersonId person, DateTimeOffset now, TimeSpan lasts)
    {
        var (link, secret) = AccountLink.New(person, now, lasts);
        db.Add(link);
        return secret;
    }

    private static async Task<Account> AccountAsync(WitaLiveDb db, Person person, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == person.Id.Value, ct) is { } account)
            return account;
        account = Account.Of(person);
        db.Add(account);
        return account;
    }
}

public sealed record PersonNotActive : Refusal;

/// <summary>A name that would carry a link into the mail.</summary>
public sealed record NameWithAddress : Refusal;
