using Microsoft.AspNetCore.Identity;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>How a person signs in. Its id is the person's; without a password it has been invited but not yet been used.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public PersonId Person => new(Id);

    /// <summary>When the last invitation was written; null for who never was invited.</summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>The last day on which its person signed in, or the first on which it was looked whether they do.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public static Account Of(Person person)
    {
        var account = new Account { Id = person.Id.Value, EmailConfirmed = true };
        account.MoveTo(person.Email);
        return account;
    }

    /// <summary>Gives the account another address; whoever is signed in has to sign in again.</summary>
    public void MoveTo(string email)
    {
        (UserName, Email) = (email, email);
        NormalizedUserName = NormalizedEmail = email.ToUpperInvariant();
        SignOutEverywhere();
    }

    /// <summary>Signs the person out everywhere: whoever still shows the old stamp is no longer signed in.</summary>
    public void SignOutEverywhere() => SecurityStamp = Guid.NewGuid().ToString("N");
}
