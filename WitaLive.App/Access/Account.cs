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

    public static Account Of(Person person) => new()
    {
        Id = person.Id.Value,
        UserName = person.Email,
        NormalizedUserName = person.Email.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    /// <summary>Signs the person out everywhere: whoever still shows the old stamp is no longer signed in.</summary>
    public void SignOutEverywhere() => SecurityStamp = Guid.NewGuid().ToString("N");
}
