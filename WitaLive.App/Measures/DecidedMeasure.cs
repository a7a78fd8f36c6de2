using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Measures;

/// <summary>What a chamber decided on a request for a measure; gone when the conclusion is undone.</summary>
public sealed class DecidedMeasure
{
    public required FileId FileId { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The kind of the file.</summary>
    public required string Kind { get; init; }

    public required string Outcome { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>As the decision says: the last day of a suspension, or of the ban that goes with an annulment. Recorded with its notification.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The decision in whose place this one stands, as it was made on an appeal against it.</summary>
    public FileId? InsteadOf { get; init; }
}

internal sealed class DecidedMeasureConfiguration : IEntityTypeConfiguration<DecidedMeasure>
{
    public void Configure(EntityTypeBuilder<DecidedMeasure> measure)
    {
        measure.ToTable("decided_measures");
        measure.HasKey(m => m.FileId);
        measure.Property(m => m.FileId).ValueGeneratedNever();
        measure.Property(m => m.SubjectId);
        measure.HasIndex(m => m.SubjectId);
        measure.Property(m => m.Kind).HasMaxLength(64);
        measure.Property(m => m.Outcome).HasMaxLength(64);
        measure.Property(m => m.DecidedOn);
        measure.Property(m => m.Until);
        measure.Property(m => m.InsteadOf);
    }
}
