using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Assistance;

/// <summary>That somebody of the secretariat filled in for a person at the telephone: once for each person, agent and day.</summary>
public sealed class AssistedEntry
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    public required PersonId PersonId { get; init; }

    public required PersonId AgentId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The first time that day.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, where the agent was asked: another name had been given than that of the account. Null otherwise.</summary>
    public string? Reason { get; set; }
}

internal sealed class AssistedEntryConfiguration : IEntityTypeConfiguration<AssistedEntry>
{
    public void Configure(EntityTypeBuilder<AssistedEntry> entry)
    {
        entry.ToTable("assisted_entries");
        entry.HasKey(e => new { e.PersonId, e.AgentId, e.Day });
        entry.Property(e => e.Day).ValueGeneratedNever();
        entry.Property(e => e.At);
        entry.Property(e => e.Reason).HasMaxLength(AssistedEntry.LongestReason);
    }
}
