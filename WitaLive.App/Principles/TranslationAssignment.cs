using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Principles;

/// <summary>Who of the secretariat translates a proposal into a language, given by whom and when. It is done when the text is there.</summary>
public sealed class TranslationAssignment
{
    public required ProposalId ProposalId { get; init; }

    public required string Language { get; init; }

    public required PersonId TranslatorId { get; set; }

    public required PersonId By { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class TranslationAssignmentConfiguration : IEntityTypeConfiguration<TranslationAssignment>
{
    public void Configure(EntityTypeBuilder<TranslationAssignment> assignment)
    {
        assignment.ToTable("translation_assignments");
        assignment.HasKey(a => new { a.ProposalId, a.Language });
        assignment.HasOne<StoredProposal>().WithMany().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Cascade);
        assignment.Property(a => a.Language).HasMaxLength(8);
        assignment.HasIndex(a => a.TranslatorId);
        assignment.Property(a => a.By).IsConcurrencyToken();
        assignment.Property(a => a.At).IsConcurrencyToken();
    }
}
