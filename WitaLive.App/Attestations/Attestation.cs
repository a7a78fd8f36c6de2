using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;

namespace WitaLive.App.Attestations;

/// <summary>What a carried decision grants: the decision is the attestation.</summary>
public sealed class Attestation
{
    public required Guid Id { get; init; }

    public required FileId FileId { get; init; }

    /// <summary>Null when the file was imported, and nobody's account goes with it.</summary>
    public PersonId? HolderId { get; init; }

    public required string Holder { get; init; }

    /// <summary>ordinary, plus or starter.</summary>
    public required string Type { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; set; }

    /// <summary>The last day it had before another one took its place; to be given back when that decision is undone.</summary>
    public DateOnly? UntilBefore { get; set; }

    public Validity Validity => new(From, Until);
}

internal sealed class AttestationConfiguration : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.ToTable("attestations");
        attestation.HasKey(a => a.Id);
        attestation.Property(a => a.Id).ValueGeneratedNever();
        attestation.HasIndex(a => a.FileId).IsUnique();
        attestation.HasIndex(a => a.HolderId);
        attestation.Property(a => a.Holder).HasMaxLength(200);
        attestation.Property(a => a.Type).HasMaxLength(64);
        attestation.Property(a => a.DecidedOn);
        attestation.Property(a => a.From);
        attestation.Property(a => a.Until);
        attestation.Property(a => a.UntilBefore);
        attestation.Ignore(a => a.Validity);
    }
}
