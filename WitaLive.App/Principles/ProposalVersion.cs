using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A proposal as the members had it before them. Each one stays.</summary>
public sealed class ProposalVersion
{
    public required ProposalId ProposalId { get; init; }

    /// <summary>From 1, the text that was laid before them.</summary>
    public required int Number { get; init; }

    /// <summary>A <see cref="Proposal"/>.</summary>
    public required string Payload { get; init; }

    /// <summary>Null where it was written before versions were kept.</summary>
    public required PersonId? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public Proposal Read() => JsonSerializer.Deserialize<Proposal>(Payload)!;
}

/// <summary>Which version somebody of the Commission read last.</summary>
public sealed class ProposalRead
{
    public required ProposalId ProposalId { get; init; }

    public required PersonId ReaderId { get; init; }

    public required int Number { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class ProposalVersionConfiguration : IEntityTypeConfiguration<ProposalVersion>, IEntityTypeConfiguration<ProposalRead>
{
    public void Configure(EntityTypeBuilder<ProposalVersion> version)
    {
        version.ToTable("proposal_versions");
        version.HasKey(v => new { v.ProposalId, v.Number });
        version.Property(v => v.Number).ValueGeneratedNever();
        version.HasOne<StoredProposal>().WithMany().HasForeignKey(v => v.ProposalId).OnDelete(DeleteBehavior.Cascade);
        version.Property(v => v.Payload);
        version.Property(v => v.By);
        version.Property(v => v.At);
    }

    public void Configure(EntityTypeBuilder<ProposalRead> read)
    {
        read.ToTable("proposal_reads");
        read.HasKey(r => new { r.ProposalId, r.ReaderId });
        read.HasIndex(r => r.ReaderId);
        read.HasOne<StoredProposal>().WithMany().HasForeignKey(r => r.ProposalId).OnDelete(DeleteBehavior.Cascade);
        read.Property(r => r.Number);
        read.Property(r => r.At);
    }
}
