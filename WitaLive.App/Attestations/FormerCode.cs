using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Attestations;

/// <summary>The code of an attestation in whose place a judgment put another one: whoever is shown it is told that it is valid no more, however many judgments come after.</summary>
public sealed class FormerCode
{
    public required string Code { get; init; }

    /// <summary>Of the decision that granted it; the attestation in its place goes by the same file.</summary>
    public required FileId FileId { get; init; }
}

internal sealed class FormerCodeConfiguration : IEntityTypeConfiguration<FormerCode>
{
    public void Configure(EntityTypeBuilder<FormerCode> former)
    {
        former.ToTable("former_codes");
        former.HasKey(f => f.Code);
        former.Property(f => f.Code).HasMaxLength(CheckCode.Length);
        former.Property(f => f.FileId);
        former.HasIndex(f => f.FileId);
    }
}
