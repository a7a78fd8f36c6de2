using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Search;

/// <summary>A decision as later ones look back at it: without its applicant. Written with the decision, removed when it is undone.</summary>
public sealed class PastDecision
{
    /// <summary>A number, for both engines' indexes of words.</summary>
    public long Id { get; init; }

    public required FileId FileId { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string Kind { get; init; }

    public required string Outcome { get; init; }

    /// <summary>What it says of each activity, as JSON.</summary>
    public required string Activities { get; init; }

    /// <summary>What it is found by: plain words with spaces between them, those for domain, outcome and reasons among them.</summary>
    public required string Words { get; init; }
}

internal sealed class PastDecisionConfiguration : IEntityTypeConfiguration<PastDecision>
{
    public void Configure(EntityTypeBuilder<PastDecision> decision)
    {
        decision.ToTable("past_decisions");
        decision.HasKey(d => d.Id);
        decision.Property(d => d.FileId);
        decision.HasIndex(d => d.FileId).IsUnique();
        decision.Property(d => d.DecidedOn);
        decision.Property(d => d.Kind).HasMaxLength(64);
        decision.Property(d => d.Outcome).HasMaxLength(64);
        decision.HasIndex(d => new { d.DecidedOn, d.Outcome, d.FileId });
        decision.Property(d => d.Activities);
        decision.Property(d => d.Words);
    }
}
