using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>A link that lets its holder choose the password of one account, once and for a time. Only a hash of it is kept here; the mail that carries it stays whole in outgoing_mails.</summary>
public sealed class AccountLink
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(14);

    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(1);

    public static readonly TimeSpan FirstAdministratorLasts = TimeSpan.FromHours(24);

    private AccountLink(byte[] hash) => Hash = hash;

    public byte[] Hash { get; private set; }

    public PersonId Person { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Set when the password was chosen, or when a newer link replaced this one.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A new link and the secret that goes into its address.</summary>
    public static (AccountLink Link, string Secret) New(PersonId person, DateTimeOffset now, TimeSpan lasts)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new(HashOf(secret)) { Person = person, ExpiresAt = now + lasts }, secret);
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    /// <summary>The page behind a secret, from the root.</summary>
    public static string PageOf(string secret) => $"account/password?key={secret}";

    /// <param name="language">Of the mail in which it stands: whoever opens it for the first time has chosen none here.</param>
    public static string PageOf(string secret, string language) => $"account/password?language={language}&key={secret}";

    public bool WorksAt(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.ToTable("account_links");
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(32);
        link.Property(l => l.EndedAt).IsConcurrencyToken(); // two at once with the same link: one of them is too late
        link.HasIndex(l => l.Person);
    }
}
