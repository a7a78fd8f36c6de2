using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Declarations;

/// <summary>The confidentiality declaration as someone signed it, signed in as such: the words confirmed, and when (law reference §10, O-12). It is never changed.</summary>
public sealed class SignedDeclaration
{
    public const int LongestText = 4_000;

    public required PersonId PersonId { get; init; }

    /// <summary>From when on that version is valid.</summary>
    public required DateOnly Version { get; init; }

    public required string Language { get; init; }

    /// <summary>Exactly what stood on the screen.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset SignedAt { get; init; }
}

internal sealed class SignedDeclarationConfiguration : IEntityTypeConfiguration<SignedDeclaration>
{
    public void Configure(EntityTypeBuilder<SignedDeclaration> declaration)
    {
        declaration.ToTable("signed_declarations");
        declaration.HasKey(d => new { d.PersonId, d.Version });
        declaration.Property(d => d.Version).ValueGeneratedNever();
        declaration.Property(d => d.Language).HasMaxLength(2);
        declaration.Property(d => d.Text).HasMaxLength(SignedDeclaration.LongestText);
        declaration.Property(d => d.SignedAt);
        declaration.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
