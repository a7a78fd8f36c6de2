using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Applications;

/// <summary>What a person means to apply with; one at a time. The lines themselves live in the profile.</summary>
public sealed class ApplicationDraft
{
    public required PersonId PersonId { get; init; }

    /// <summary>The language the application is dealt with in: fr, nl or de.</summary>
    public required string Language { get; set; }

    /// <summary>The ids of the chosen lines, as JSON.</summary>
    public string Chosen { get; private set; } = "[]";

    /// <summary>Of two windows, one is too late: the application is sent in once.</summary>
    public int Version { get; private set; }

    public IReadOnlySet<Guid> Read() => JsonSerializer.Deserialize<HashSet<Guid>>(Chosen)!;

    public void Choose(IEnumerable<Guid> chosen)
    {
        Chosen = JsonSerializer.Serialize(chosen);
        Version++;
    }
}

internal sealed class ApplicationDraftConfiguration : IEntityTypeConfiguration<ApplicationDraft>
{
    public void Configure(EntityTypeBuilder<ApplicationDraft> draft)
    {
        draft.ToTable("application_drafts");
        draft.HasKey(d => d.PersonId);
        draft.Property(d => d.PersonId).ValueGeneratedNever();
        draft.Property(d => d.Language).HasMaxLength(2);
        draft.Property(d => d.Chosen);
        draft.Property(d => d.Version).IsConcurrencyToken();
    }
}
