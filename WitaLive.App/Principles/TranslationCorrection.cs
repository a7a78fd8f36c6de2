using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A translation of what was adopted, as somebody put it right. Each one stays; of a language the last one holds.</summary>
public sealed class TranslationCorrection
{
    public required Guid Id { get; init; }

    public required ProposalId ProposalId { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public Translation Read() => new(Language, Title, Text);
}

internal sealed class TranslationCorrectionConfiguration : IEntityTypeConfiguration<TranslationCorrection>
{
    public void Configure(EntityTypeBuilder<TranslationCorrection> correction)
    {
        correction.ToTable("translation_corrections");
        correction.HasKey(c => c.Id);
        correction.Property(c => c.Id).ValueGeneratedNever();
        correction.HasOne<StoredProposal>().WithMany().HasForeignKey(c => c.ProposalId).OnDelete(DeleteBehavior.Cascade);
        correction.Property(c => c.Language).HasMaxLength(8);
        correction.Property(c => c.Title).HasMaxLength(Proposal.LongestTitle);
        correction.Property(c => c.Text).HasMaxLength(Proposal.LongestText);
        correction.Property(c => c.By);
        correction.Property(c => c.At);
    }
}
