using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Fees;

/// <summary>That an effective member left the fee of a seat to the substitute who was there too, in the words confirmed (rules of procedure, art. 21 § 3).</summary>
public sealed class CededFee
{
    public required MeetingId MeetingId { get; init; }

    public required SeatId SeatId { get; init; }

    public required PersonId By { get; init; }

    public required PersonId To { get; init; }

    /// <summary>Exactly what stood on the screen.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset SignedAt { get; init; }
}

internal sealed class CededFeeConfiguration : IEntityTypeConfiguration<CededFee>
{
    public void Configure(EntityTypeBuilder<CededFee> fee)
    {
        fee.ToTable("ceded_fees");
        fee.HasKey(f => new { f.MeetingId, f.SeatId });
        fee.Property(f => f.SeatId).ValueGeneratedNever();
        fee.Property(f => f.By);
        fee.Property(f => f.To);
        fee.Property(f => f.Text).HasMaxLength(ClaimedTravel.LongestText);
        fee.Property(f => f.SignedAt);
        fee.HasOne<PlannedMeeting>().WithMany().HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
