using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Answers;

/// <summary>A proxy that its giver took back before the meeting, or that ended as the meeting was moved to another day or its mandates changed: what was signed, and when it ended. Kept for whoever asks later.</summary>
public sealed class WithdrawnProxy
{
    public required Guid Id { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required SeatId SeatId { get; init; }

    public required PersonId Giver { get; init; }

    public required PersonId Holder { get; init; }

    /// <summary>Exactly what had been signed.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    public required DateTimeOffset WithdrawnAt { get; init; }

    public static WithdrawnProxy Of(SignedProxy proxy, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(), MeetingId = proxy.MeetingId, SeatId = proxy.SeatId, Giver = proxy.Giver, Holder = proxy.Holder, Text = proxy.Text, SignedAt = proxy.SignedAt, WithdrawnAt = at,
    };
}

internal sealed class WithdrawnProxyConfiguration : IEntityTypeConfiguration<WithdrawnProxy>
{
    public void Configure(EntityTypeBuilder<WithdrawnProxy> proxy)
    {
        proxy.ToTable("withdrawn_proxies");
        proxy.HasKey(p => p.Id);
        proxy.Property(p => p.Id).ValueGeneratedNever();
        proxy.Property(p => p.SeatId);
        proxy.Property(p => p.Giver);
        proxy.Property(p => p.Holder);
        proxy.Property(p => p.Text).HasMaxLength(SignedProxyConfiguration.LongestText);
        proxy.Property(p => p.SignedAt);
        proxy.Property(p => p.WithdrawnAt);
        proxy.HasOne<PlannedMeeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
