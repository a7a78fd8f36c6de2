using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Bodies;

/// <summary>What a body outside the Commission comes here for.</summary>
public enum BodyKind
{
    /// <summary>Asks whether somebody holds a valid attestation (royal decree of 13 March 2023, art. 20).</summary>
    Institution,

    /// <summary>Asks for suspensions and annulments (royal decree, art. 19 and 28; law of 16 December 2022, art. 2, 2°).</summary>
    Inspection,
}

/// <summary>Somebody who enters for an institution or an inspection service, and is nothing else here.</summary>
public sealed class Representative
{
    /// <summary>Unit: characters.</summary>
    public const int LongestBody = 100;

    public required PersonId PersonId { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>Of an institution its name; of an inspection service its code in the rules on measures.</summary>
    public required string Body { get; init; }
}

/// <summary>That an institution asked about somebody, and why: the person reads it.</summary>
public sealed class Consultation
{
    /// <summary>Unit: characters.</summary>
    public const int LongestReason = 300;

    public required Guid Id { get; init; }

    /// <summary>Whom it was about; null for the holder of an attestation who has no account, and for nobody who is known here.</summary>
    public required PersonId? HolderId { get; set; }

    /// <summary>The attestation of which the number or the code was typed; null when a person was asked about, or nobody who is known here.</summary>
    public required Guid? AttestationId { get; init; }

    public required PersonId AskedBy { get; init; }

    /// <summary>The name of the institution, as it was then.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }
}

internal sealed class BodiesConfiguration : IEntityTypeConfiguration<Representative>, IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Representative> one)
    {
        one.ToTable("representatives");
        one.HasKey(r => r.PersonId);
        one.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        one.Property(r => r.Body).HasMaxLength(Representative.LongestBody);
        one.HasOne<Person>().WithOne().HasForeignKey<Representative>(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Consultation> one)
    {
        one.ToTable("consultations");
        one.HasKey(c => c.Id);
        one.Property(c => c.Id).ValueGeneratedNever();
        one.Property(c => c.AskedBy);
        one.HasIndex(c => new { c.AskedBy, c.At });
        one.Property(c => c.Body).HasMaxLength(Representative.LongestBody);
        one.Property(c => c.At);
        one.Property(c => c.Reason).HasMaxLength(Consultation.LongestReason);
        one.HasOne<Person>().WithMany().HasForeignKey(c => c.HolderId).OnDelete(DeleteBehavior.Cascade);
        one.HasOne<Attestations.Attestation>().WithMany().HasForeignKey(c => c.AttestationId).OnDelete(DeleteBehavior.Cascade);
    }
}
