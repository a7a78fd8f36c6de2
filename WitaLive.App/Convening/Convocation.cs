using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Convening;

public enum ConvocationKind
{
    Invitation,
    Change,
    Cancellation,

    /// <summary>To who had not answered; its number is how many working days before the meeting.</summary>
    Reminder,

    /// <summary>Need not come after all: called in place of someone who does, or sits no more.</summary>
    Release,

    /// <summary>To those whose seat the quorum hangs on.</summary>
    QuorumCall,
}

/// <summary>That a person was told of a meeting, and by which mail. Written in the transaction of the act that tells them.</summary>
public sealed class Convocation
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ConvocationKind Kind { get; init; }

    /// <summary>Counts the changes, releases and calls a person was told of, from 1; always 1 for invitations and cancellations.</summary>
    public required int Number { get; init; }

    /// <summary>Null when there was no address to send it to.</summary>
    public Guid? MailId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of the secret in this mail's link with which it can be answered; only the hash is kept. Null for a mail without such a link.</summary>
    public byte[]? LinkHash { get; private set; }

    /// <summary>When the link was used; it works once.</summary>
    public DateTimeOffset? LinkUsedAt { get; private set; }

    /// <summary>Rises with every answer of the duo: of two answers at once the second one is heard knowing the first.</summary>
    public int Answers { get; private set; }

    /// <summary>How often the person was called: again after a release, when the one who was to come after all does not.</summary>
    public int Calls { get; private set; } = 1;

    public void CallAgain() => Calls++;

    /// <summary>A link for this mail; one made before ends with it.</summary>
    /// <returns>The secret that goes into its address.</returns>
    public string NewLink()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (LinkHash, LinkUsedAt) = (HashOf(secret), null);
        return secret;
    }

    public void UseLink(DateTimeOffset at) => LinkUsedAt = at;

    public void CountAnswer() => Answers++;

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whom these rows have convened and not released since.</summary>
    public static ImmutableHashSet<PersonId> Convened(IReadOnlyCollection<Convocation> told)
    {
        var released = told.Where(c => c.Kind is ConvocationKind.Release).CountBy(c => c.PersonId).ToDictionary();
        return [.. told.Where(c => c.Kind is ConvocationKind.Invitation && c.Calls > released.GetValueOrDefault(c.PersonId)).Select(c => c.PersonId)];
    }

    public static Convocation Invite(MeetingId meeting, PersonId person, DateTimeOffset at) =>
        new() { MeetingId = meeting, PersonId = person, Kind = ConvocationKind.Invitation, Number = 1, CreatedAt = at };
}

internal sealed class ConvocationConfiguration : IEntityTypeConfiguration<Convocation>
{
    public void Configure(EntityTypeBuilder<Convocation> convocation)
    {
        convocation.ToTable("convocations");
        // The key is the promise: each person is told once.
        convocation.HasKey(c => new { c.MeetingId, c.PersonId, c.Kind, c.Number });
        convocation.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        convocation.Property(c => c.Number).ValueGeneratedNever();
        convocation.Property(c => c.CreatedAt);
        convocation.Property(c => c.LinkHash).HasMaxLength(32);
        convocation.Property(c => c.LinkUsedAt).IsConcurrencyToken(); // twice in one moment with the same link: one of them is too late
        convocation.Property(c => c.Calls);
        convocation.Property(c => c.Answers).IsConcurrencyToken();
        convocation.HasIndex(c => c.LinkHash).IsUnique();
        convocation.HasOne<PlannedMeeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        convocation.HasOne<OutgoingMail>().WithMany().HasForeignKey(c => c.MailId).OnDelete(DeleteBehavior.SetNull);
    }
}
