using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Calendar;

/// <summary>A date of the provisional calendar (rules of procedure, art. 14): not yet a meeting, but kept free by its members.</summary>
public sealed class ProvisionalDate
{
    /// <summary>The meeting that is planned on it gets the same id: to a calendar program it is the same event, moved on.</summary>
    public required MeetingId Id { get; init; }

    public required ChamberId ChamberId { get; init; }

    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>Unit: minutes.</summary>
    public required int Minutes { get; set; }

    public required MeetingMode Mode { get; set; }

    /// <summary>Empty for a meeting that is only online.</summary>
    public required string Place { get; set; }

    public string? OnlineAddress { get; set; }

    /// <summary>What it was set with; null for one set alone.</summary>
    public Guid? Series { get; init; }

    /// <summary>Rises with every change: two who change it at once are not both first.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it was taken off the calendar; subscribers are told so.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When it became a meeting.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    public PersonId? CreatedBy { get; init; }

    public bool IsOpen => WithdrawnAt is null && PlannedAt is null;

    public MeetingFacts Facts => new(StartsAt, Minutes, Mode, Place, OnlineAddress);

    public void Put(MeetingFacts facts) =>
        (StartsAt, Minutes, Mode, Place, OnlineAddress, Revision) = (facts.StartsAt, facts.Minutes, facts.Mode, facts.Place, facts.OnlineAddress, Revision + 1);

    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Revision) = (now, Revision + 1);

    public void Plan(DateTimeOffset now) => (PlannedAt, Revision) = (now, Revision + 1);
}

internal sealed class ProvisionalDateConfiguration : IEntityTypeConfiguration<ProvisionalDate>
{
    public void Configure(EntityTypeBuilder<ProvisionalDate> date)
    {
        date.ToTable("provisional_dates");
        date.HasKey(d => d.Id);
        date.Property(d => d.Id).ValueGeneratedNever();
        date.Property(d => d.Mode).HasConversion<string>().HasMaxLength(16);
        date.Property(d => d.Place).HasMaxLength(PlanLimits.Place);
        date.Property(d => d.OnlineAddress).HasMaxLength(PlanLimits.OnlineAddress);
        date.Property(d => d.Series);
        date.Property(d => d.CreatedBy);
        date.Property(d => d.Revision).IsConcurrencyToken();
        date.HasOne<Chamber>().WithMany().HasForeignKey(d => d.ChamberId).OnDelete(DeleteBehavior.Restrict);
        date.HasIndex(d => d.StartsAt);
    }
}
