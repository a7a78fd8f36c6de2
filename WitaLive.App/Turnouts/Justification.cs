using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Turnouts;

/// <summary>That the secretariat accepted the reason for an absence, or took that back. Rows are only added: the highest number is what holds.</summary>
public sealed class Justification
{
    /// <summary>Longest reason. Unit: characters.</summary>
    public const int LongestReason = 300;

    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required bool IsJustified { get; init; }

    public required string Reason { get; init; }

    public PersonId? By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class JustificationConfiguration : IEntityTypeConfiguration<Justification>
{
    public void Configure(EntityTypeBuilder<Justification> justification)
    {
        justification.ToTable("justifications");
        justification.HasKey(j => new { j.MeetingId, j.PersonId, j.Number });
        justification.Property(j => j.Number).ValueGeneratedNever();
        justification.Property(j => j.IsJustified);
        justification.Property(j => j.Reason).HasMaxLength(Justification.LongestReason);
        justification.Property(j => j.By);
        justification.Property(j => j.At);
        justification.HasOne<PlannedMeeting>().WithMany().HasForeignKey(j => j.MeetingId).OnDelete(DeleteBehavior.Cascade);
        justification.HasOne<Person>().WithMany().HasForeignKey(j => j.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
