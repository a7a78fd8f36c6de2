using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>An employer, a federation or a name that a member declared to be tied to.</summary>
public sealed class DeclaredTie
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required TieKind Kind { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class DeclaredTieConfiguration : IEntityTypeConfiguration<DeclaredTie>
{
    public void Configure(EntityTypeBuilder<DeclaredTie> tie)
    {
        tie.ToTable("declared_ties");
        tie.Property(t => t.Id).ValueGeneratedNever();
        tie.Property(t => t.Kind).HasConversion<string>().HasMaxLength(16);
        tie.Property(t => t.Words).HasMaxLength(Tie.Longest);
        tie.Property(t => t.AddedAt);
        tie.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
