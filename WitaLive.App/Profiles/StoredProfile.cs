using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>The profile of one person, and what the Commission needs to reach them. One document: it is always read and frozen as a whole.</summary>
public sealed class StoredProfile
{
    public required PersonId PersonId { get; init; }

    /// <summary>A <see cref="Profile"/>.</summary>
    public string Payload { get; private set; } = JsonSerializer.Serialize(Empty);

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>A keyed hash of the national number, by which the same person is known again; the number itself is nowhere.</summary>
    public byte[]? NumberHash { get; set; }

    /// <summary>The last two digits, to show which number it was.</summary>
    public string NumberEnd { get; set; } = "";

    /// <summary>Rises with each change: of two at once, one is done anew on what the other wrote.</summary>
    public int Version { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public static Profile Empty { get; } = new(new("", "", "", HeldBefore: false, HeldPlus: false, HigherArtsDiploma: false, Plan: false, Performances: 0), [], [], [], []);

    public Profile Read() => JsonSerializer.Deserialize<Profile>(Payload)!;

    public void Write(Profile profile) => Payload = JsonSerializer.Serialize(profile);

    public void Touch(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now);
}

/// <summary>A paper somebody has put into their profile; its bytes are a file named by its id.</summary>
public sealed class StoredProof
{
    public required ProofId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Unit: bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class ProfileConfiguration : IEntityTypeConfiguration<StoredProfile>, IEntityTypeConfiguration<StoredProof>
{
    public void Configure(EntityTypeBuilder<StoredProfile> profile)
    {
        profile.ToTable("profiles");
        profile.HasKey(p => p.PersonId);
        profile.Property(p => p.PersonId).ValueGeneratedNever();
        profile.Property(p => p.Payload);
        profile.Property(p => p.Phone).HasMaxLength(ProfileCheck.LongestLine);
        profile.Property(p => p.Address).HasMaxLength(ProfileCheck.LongestLine);
        profile.Property(p => p.NumberHash).HasMaxLength(32);
        profile.Property(p => p.NumberEnd).HasMaxLength(2);
        profile.HasIndex(p => p.NumberHash).IsUnique();
        profile.Property(p => p.Version).IsConcurrencyToken();
        profile.Property(p => p.ChangedAt);
    }

    public void Configure(EntityTypeBuilder<StoredProof> proof)
    {
        proof.ToTable("proofs");
        proof.HasKey(p => p.Id);
        proof.Property(p => p.Id).ValueGeneratedNever();
        proof.Property(p => p.PersonId);
        proof.Property(p => p.Name).HasMaxLength(150);
        proof.Property(p => p.ContentType).HasMaxLength(100);
        proof.Property(p => p.Size);
        proof.Property(p => p.AddedAt);
        proof.HasIndex(p => p.PersonId);
    }
}
