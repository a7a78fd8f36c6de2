using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>The words of a letter in one language, as the secretariat saved them once. The newest holds; none is ever changed.</summary>
public sealed class LetterVersion
{
    public required LetterKind Kind { get; init; }

    public required string Language { get; init; }

    /// <summary>From 1; before the first, the words that were shipped hold.</summary>
    public required int Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>Markdown with fields.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public PersonId? SavedBy { get; init; }
}

internal sealed class LetterVersionConfiguration : IEntityTypeConfiguration<LetterVersion>
{
    public void Configure(EntityTypeBuilder<LetterVersion> version)
    {
        version.ToTable("letter_versions");
        // The key is the lock: of two who save at once, the second is told.
        version.HasKey(v => new { v.Kind, v.Language, v.Number });
        version.Property(v => v.Kind).HasConversion<string>().HasMaxLength(16);
        version.Property(v => v.Language).HasMaxLength(8);
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Subject).HasMaxLength(LetterTemplate.LongestSubject);
        version.Property(v => v.Body).HasMaxLength(LetterTemplate.LongestBody);
        version.Property(v => v.SavedAt);
        version.Property(v => v.SavedBy);
    }
}
