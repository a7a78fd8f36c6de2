using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>One event of one meeting, written once and never changed.</summary>
public sealed class JournalEntry
{
    public required MeetingId MeetingId { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Payload { get; init; }

    /// <summary><see cref="JournalSeal.Of"/>; null for what was written before there were seals.</summary>
    public string? Seal { get; init; }
}

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.ToTable("journal");
        entry.HasKey(e => new { e.MeetingId, e.Sequence });
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.RecordedAt);
        entry.Property(e => e.Payload);
        entry.Property(e => e.Seal).HasMaxLength(64);
    }
}
