using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>That the secretariat was told of the end of a mandate. The key lets each end be told once; another end is told anew.</summary>
public sealed class MandateWarning
{
    public required MandateId MandateId { get; init; }

    public required DateOnly Until { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class MandateWarningConfiguration : IEntityTypeConfiguration<MandateWarning>
{
    public void Configure(EntityTypeBuilder<MandateWarning> warning)
    {
        warning.ToTable("mandate_warnings");
        warning.HasKey(w => new { w.MandateId, w.Until });
        warning.Property(w => w.Until).ValueGeneratedNever();
        warning.Property(w => w.At);
        warning.HasOne<Mandate>().WithMany().HasForeignKey(w => w.MandateId).OnDelete(DeleteBehavior.Cascade);
    }
}
