using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Display;

/// <summary>Opens the big screen of one meeting to whoever has it, until it is revoked.</summary>
public sealed class DisplayKey
{
    public required string Key { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>A key of 144 random bits, as 24 characters fit for an address.</summary>
    public static DisplayKey For(MeetingId meeting, DateTimeOffset now) => new()
    {
        Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)).Replace('+', '-').Replace('/', '_'),
        MeetingId = meeting,
        CreatedAt = now,
    };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

internal sealed class DisplayKeyConfiguration : IEntityTypeConfiguration<DisplayKey>
{
    public void Configure(EntityTypeBuilder<DisplayKey> key)
    {
        key.ToTable("display_keys");
        key.HasKey(k => k.Key);
        key.Property(k => k.Key).HasMaxLength(64);
        key.Property(k => k.MeetingId);
        key.Property(k => k.CreatedAt);
        key.Property(k => k.RevokedAt);
        key.HasOne<PlannedMeeting>().WithMany().HasForeignKey(k => k.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
