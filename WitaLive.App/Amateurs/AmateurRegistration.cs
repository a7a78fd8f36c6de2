using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Attestations;

namespace WitaLive.App.Amateurs;

public enum AmateurRole
{
    /// <summary>Who performs and is paid.</summary>
    Performer,

    /// <summary>Who engages amateurs and declares each day.</summary>
    Contractor,
}

/// <summary>That somebody is registered for the amateur arts indemnity. There is no card: the number is all.</summary>
/// <remarks>Source: law of 16 December 2022, art. 8 to 10; royal decree of 13 March 2023, art. 28 and 30.</remarks>
public sealed class AmateurRegistration
{
    private string? _searched;

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Null for one that the secretariat recorded, and nobody's account goes with it.</summary>
    public PersonId? PersonId { get; init; }

    public required string Name { get; init; }

    public required AmateurRole Role { get; init; }

    /// <summary>In which a measure against it would be dealt with.</summary>
    public required string Language { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>When the secretariat recorded it; null for one that goes with an account, and for one recorded before this was written down.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>suspension or annulment, while a decision says so.</summary>
    public string? Measure { get; private set; }

    public DateOnly? MeasureFrom { get; private set; }

    /// <summary>The last day of the suspension, or of the ban that came with the annulment.</summary>
    public DateOnly? MeasureUntil { get; private set; }

    /// <summary>Number and name as they are looked for; both engines compare it alike.</summary>
    public string Searched { get => _searched ??= SearchText.Fold($"{Number} {Name}"); private set => _searched = value; }

    /// <summary>The measure that holds against it.</summary>
    public Sanction? Sanction => Measure is { } outcome && MeasureFrom is { } from ? new(outcome, from, MeasureUntil) : null;

    public void Put(Sanction? sanction) => (Measure, MeasureFrom, MeasureUntil) = (sanction?.Outcome, sanction?.From, sanction?.Until);

    /// <summary>It has no end: valid unless a measure says otherwise.</summary>
    public Standing On(DateOnly day) => Sanction?.On(day, Standing.Valid) ?? Standing.Valid;
}

/// <summary>A day of an amateur, kept for their own view of the limits.</summary>
public sealed class StoredAmateurDay
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateOnly Day { get; init; }

    public required string Contractor { get; init; }

    /// <summary>Unit: euro.</summary>
    public required decimal Indemnity { get; init; }

    /// <summary>Unit: euro.</summary>
    public required decimal Travel { get; init; }

    public AmateurDay Read() => new(Id, Day, Contractor, Indemnity, Travel);
}

internal sealed class AmateurConfiguration : IEntityTypeConfiguration<AmateurRegistration>, IEntityTypeConfiguration<StoredAmateurDay>
{
    public void Configure(EntityTypeBuilder<AmateurRegistration> registration)
    {
        registration.ToTable("amateur_registrations");
        registration.HasKey(r => r.Id);
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.Property(r => r.Number).HasMaxLength(64);
        registration.HasIndex(r => r.Number).IsUnique();
        registration.Property(r => r.PersonId);
        registration.HasIndex(r => r.PersonId);
        registration.Property(r => r.Name).HasMaxLength(200);
        registration.Property(r => r.Role).HasConversion<string>().HasMaxLength(16);
        registration.Property(r => r.Language).HasMaxLength(2);
        registration.Property(r => r.RegisteredOn);
        registration.Property(r => r.RecordedOn);
        registration.Property(r => r.Measure).HasMaxLength(64);
        registration.Property(r => r.MeasureFrom);
        registration.Property(r => r.MeasureUntil);
        registration.Property(r => r.Searched).HasMaxLength(600).UsePropertyAccessMode(PropertyAccessMode.Property); // made when first asked for
        registration.Ignore(r => r.Sanction);
    }

    public void Configure(EntityTypeBuilder<StoredAmateurDay> day)
    {
        day.ToTable("amateur_days");
        day.HasKey(d => d.Id);
        day.Property(d => d.Id).ValueGeneratedNever();
        day.HasIndex(d => new { d.PersonId, d.Day });
        day.Property(d => d.Contractor).HasMaxLength(AmateurDay.LongestContractor);
        day.Property(d => d.Indemnity).HasPrecision(9, 2);
        day.Property(d => d.Travel).HasPrecision(9, 2);
    }
}
