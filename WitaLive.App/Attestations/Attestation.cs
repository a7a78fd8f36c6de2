using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Attestations;

/// <summary>What a carried decision grants: the decision is the attestation.</summary>
public sealed class Attestation
{
    private string? _searched;

    public required Guid Id { get; init; }

    /// <summary>Null for one that came over by the law from what there was before (a visa, an artist's status): nobody applied for it here.</summary>
    public required FileId? FileId { get; init; }

    /// <summary>The number of the file, or of what there was before: there is no paper beside the decision. Empty for one that was granted before numbers were kept, until the watch gives it.</summary>
    public string Number { get; set; } = "";

    /// <summary>What whoever is shown the attestation types to see whether it is valid; see <see cref="CheckCode"/>. Empty as above.</summary>
    public string Code { get; set; } = "";

    /// <summary>Null when the file was imported, and nobody's account goes with it.</summary>
    public PersonId? HolderId { get; set; }

    /// <summary>The address it came over with, while nobody has shown that it is theirs: with whose account it goes is known by it (<see cref="HolderLinks"/>).</summary>
    public string? Address { get; set; }

    public required string Holder { get; init; }

    /// <summary>ordinary, plus or starter.</summary>
    public required string Type { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; set; }

    /// <summary>The last day it had before another one took its place; to be given back when that decision is undone.</summary>
    public DateOnly? UntilBefore { get; set; }

    /// <summary>When the chair can take the decision back no more: until then neither its holder nor whoever checks a code is told of it. Null for one that stood from the beginning.</summary>
    public DateTimeOffset? StandsAt { get; set; }

    /// <summary>When its holder died, as the secretariat was told: the proof that there was an attestation is kept some years after.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>Who last noted that, or took it back; null when nobody did.</summary>
    public PersonId? DeathNotedBy { get; private set; }

    public DateTimeOffset? DeathNotedAt { get; private set; }

    /// <summary>When that time was over and its holder's name was removed: it is only counted.</summary>
    public DateOnly? ForgottenOn { get; private set; }

    /// <summary>The attestation it replaces or follows.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>Number and holder as they are looked for; both engines compare it alike.</summary>
    public string Searched { get => _searched ??= SearchText.Fold($"{Number} {Holder}"); private set => _searched = value; }

    /// <summary>suspension or annulment, while a decision says so.</summary>
    public string? Measure { get; private set; }

    public DateOnly? MeasureFrom { get; private set; }

    /// <summary>The last day of the suspension, or of the ban that came with the annulment.</summary>
    public DateOnly? MeasureUntil { get; private set; }

    /// <summary>Came over by the law; see <see cref="FileId"/>.</summary>
    public bool IsTransitional => FileId is null;

    public Validity Validity => new(From, Until);

    /// <summary>The measure that holds against it.</summary>
    public Sanction? Sanction => Measure is { } outcome && MeasureFrom is { } from ? new(outcome, from, MeasureUntil) : null;

    public Held Held => new(Type, Validity) { IsConvertedVisa = IsTransitional && Type == Held.Ordinary };

    /// <summary>The last day of another one whose place this one takes.</summary>
    public DateOnly EndOf(Attestation replaced) => DecidedOn > replaced.From ? DecidedOn.AddDays(-1) : replaced.From;

    /// <summary>Notes that its holder has died; no day takes that back.</summary>
    public void NoteDeath(DateOnly? died, PersonId? by, DateTimeOffset? at) => (DiedOn, DeathNotedBy, DeathNotedAt) = (died, by, at);

    public void Put(Sanction? sanction) => (Measure, MeasureFrom, MeasureUntil) = (sanction?.Outcome, sanction?.From, sanction?.Until);

    /// <param name="isKept">A renewal that was asked for in time is not decided.</param>
    public Standing On(DateOnly day, bool isKept)
    {
        var standing = DiedOn <= day ? Standing.Over : Validity.On(day, isKept);
        return Sanction?.On(day, standing) ?? standing;
    }

    /// <summary>Whether it can be told of.</summary>
    public bool IsShownAt(DateTimeOffset now) => !(now <= StandsAt);

    /// <summary>Has its words to be looked for made anew when they are next asked for.</summary>
    public void SearchAnew() => _searched = null;
}

/// <summary>That its holder was reminded of the end of an attestation. The key lets each reminder go once.</summary>
public sealed class AttestationReminder
{
    public required Guid AttestationId { get; init; }

    /// <summary>How long before the end. Unit: months.</summary>
    public required int Months { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AttestationConfiguration : IEntityTypeConfiguration<Attestation>, IEntityTypeConfiguration<AttestationReminder>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.ToTable("attestations");
        attestation.HasKey(a => a.Id);
        attestation.Property(a => a.Id).ValueGeneratedNever();
        attestation.HasIndex(a => a.FileId).IsUnique();
        attestation.HasIndex(a => a.HolderId);
        attestation.Property(a => a.Address).HasMaxLength(Person.LongestAddress);
        attestation.HasIndex(a => a.Address);
        attestation.Property(a => a.Number).HasMaxLength(64);
        attestation.Property(a => a.Code).HasMaxLength(CheckCode.Length);
        attestation.HasIndex(a => a.Code); // chance keeps it unique, and those of before have none at first
        attestation.Property(a => a.Holder).HasMaxLength(200);
        attestation.Property(a => a.Type).HasMaxLength(64);
        attestation.Property(a => a.DecidedOn);
        attestation.HasIndex(a => new { a.DecidedOn, a.Number }); // the order of the register
        attestation.Property(a => a.From);
        attestation.Property(a => a.Until);
        attestation.HasIndex(a => a.Until);
        attestation.Property(a => a.UntilBefore);
        attestation.Property(a => a.StandsAt);
        attestation.Property(a => a.DiedOn);
        attestation.Property(a => a.DeathNotedBy);
        attestation.Property(a => a.DeathNotedAt);
        attestation.HasQueryFilter(a => a.ForgottenOn == null); // figures alone look at the others
        attestation.Property(a => a.PreviousId);
        attestation.Property(a => a.Searched).HasMaxLength(600).UsePropertyAccessMode(PropertyAccessMode.Property); // made when first asked for
        attestation.Property(a => a.Measure).HasMaxLength(64);
        attestation.Property(a => a.MeasureFrom);
        attestation.Property(a => a.MeasureUntil);
        attestation.Ignore(a => a.IsTransitional);
        attestation.Ignore(a => a.Validity);
        attestation.Ignore(a => a.Sanction);
        attestation.Ignore(a => a.Held);
    }

    public void Configure(EntityTypeBuilder<AttestationReminder> reminder)
    {
        reminder.ToTable("attestation_reminders");
        reminder.HasKey(r => new { r.AttestationId, r.Months });
        reminder.Property(r => r.Months).ValueGeneratedNever();
        reminder.Property(r => r.At);
        reminder.HasOne<Attestation>().WithMany().HasForeignKey(r => r.AttestationId).OnDelete(DeleteBehavior.Cascade);
    }
}
