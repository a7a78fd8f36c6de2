using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Figures;

namespace WitaLive.App.Files;

/// <summary>The days of a file that figures count, one row a file, made from its journal in the transaction that adds to it.</summary>
public sealed class DaysOfFile
{
    public required FileId FileId { get; init; }

    /// <summary>Of the file, which never changes.</summary>
    public required string Kind { get; init; }

    public DateOnly? ReceivedOn { get; private set; }

    public DateOnly? CompleteOn { get; private set; }

    public bool WasAsked { get; private set; }

    public DateOnly? ReferredOn { get; private set; }

    public DateOnly? HeardOn { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? Outcome { get; private set; }

    public DateOnly? NotifiedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Of a file that is forgotten, the codes of the reasons that its last decision gave, with spaces between: the decision itself is gone.</summary>
    public string? Reasons { get; private set; }

    private FileDays Days => new()
    {
        ReceivedOn = ReceivedOn, CompleteOn = CompleteOn, WasAsked = WasAsked, ReferredOn = ReferredOn, HeardOn = HeardOn, DecidedOn = DecidedOn, Outcome = Outcome, NotifiedOn = NotifiedOn, EndedOn = EndedOn,
    };

    internal static DaysOfFile Of(ApplicationFile file, FileDays days)
    {
        var row = new DaysOfFile { FileId = file.Id, Kind = file.Kind };
        row.Take(days);
        return row;
    }

    /// <summary>The caller saves.</summary>
    internal static async Task KeepAsync(WitaLiveDb db, ApplicationFile file, FileDays days, CancellationToken ct)
    {
        if (await db.Set<DaysOfFile>().FindAsync([file.Id], ct) is { } row)
            row.Take(days);
        else
            db.Add(Of(file, days));
    }

    /// <summary>Of a file that was imported only meetings know: what one of them concluded.</summary>
    internal static async Task ConcludeAsync(WitaLiveDb db, ApplicationFile file, ChamberConcluded concluded, CancellationToken ct) =>
        await KeepAsync(db, file, (await db.Set<DaysOfFile>().FindAsync([file.Id], ct))?.Days.Concluded(concluded) ?? new FileDays().Concluded(concluded), ct);

    /// <summary>The letter of what it concluded was posted or read.</summary>
    internal static async Task NotifyAsync(WitaLiveDb db, FileId file, DateOnly day, CancellationToken ct)
    {
        if (await db.Set<DaysOfFile>().FindAsync([file], ct) is { } row)
            row.Take(row.Days.Notified(day));
    }

    /// <summary>The same taken back.</summary>
    internal static async Task UndoAsync(WitaLiveDb db, ApplicationFile file, DateOnly day, CancellationToken ct)
    {
        if (await db.Set<DaysOfFile>().FindAsync([file.Id], ct) is { } row)
            row.Take(row.Days.Undone(day));
    }

    private void Take(FileDays days) =>
        (ReceivedOn, CompleteOn, WasAsked, ReferredOn, HeardOn, DecidedOn, Outcome, NotifiedOn, EndedOn) =
        (days.ReceivedOn, days.CompleteOn, days.WasAsked, days.ReferredOn, days.HeardOn, days.DecidedOn, days.Outcome, days.NotifiedOn, days.EndedOn);
}

internal sealed class DaysOfFileConfiguration : IEntityTypeConfiguration<DaysOfFile>
{
    public void Configure(EntityTypeBuilder<DaysOfFile> days)
    {
        days.ToTable("file_days");
        days.HasKey(d => d.FileId);
        days.Property(d => d.FileId).ValueGeneratedNever();
        days.Property(d => d.Kind).HasMaxLength(64);
        days.Property(d => d.Outcome).HasMaxLength(64);
        days.Property(d => d.Reasons).HasMaxLength(1000);
        // Each figure counts the files of one of these days.
        days.HasIndex(d => d.ReceivedOn);
        days.HasIndex(d => d.CompleteOn);
        days.HasIndex(d => d.ReferredOn);
        days.HasIndex(d => d.HeardOn);
        days.HasIndex(d => d.DecidedOn);
        days.HasIndex(d => d.NotifiedOn);
        days.HasIndex(d => d.EndedOn);
        days.HasOne<ApplicationFile>().WithOne().HasForeignKey<DaysOfFile>(d => d.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
