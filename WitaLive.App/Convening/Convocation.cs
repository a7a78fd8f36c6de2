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
}

/// <summary>That a person was told of a meeting, and by which mail. Written in the transaction of the act that tells them.</summary>
public sealed class Convocation
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ConvocationKind Kind { get; init; }

    /// <summary>Counts the changes a person was told of, from 1; always 1 for the other kinds.</summary>
    public required int Number { get; init; }

    /// <summary>Null when there was no address to send it to.</summary>
    public Guid? MailId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

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
        convocation.HasOne<PlannedMeeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        convocation.HasOne<OutgoingMail>().WithMany().HasForeignKey(c => c.MailId).OnDelete(DeleteBehavior.SetNull);
    }
}
