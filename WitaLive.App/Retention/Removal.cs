using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Data;

namespace WitaLive.App.Retention;

/// <summary>What is removed when its period is over.</summary>
public enum RemovedKind
{
    /// <summary>Applications, appeals and requests for measures, with all that was written and sent in with them.</summary>
    Files,

    /// <summary>Accounts and profiles.</summary>
    Accounts,

    /// <summary>Registrations of amateurs, and of who engages them, without an account.</summary>
    Registrations,

    /// <summary>Names of holders in the register.</summary>
    Proofs,

    /// <summary>What is written of meetings: journals, reports, votes, attendance lists.</summary>
    Meetings,

    Mails,

    /// <summary>Papers, letters and mails on disk.</summary>
    Papers,
}

/// <summary>That something was removed: what kind, on which day and how many. Whose it was is what was removed.</summary>
/// <remarks>Counted in the transaction of the removal itself: what is gone is counted, and what is counted is gone.</remarks>
public sealed class Removal
{
    public required DateOnly Day { get; init; }

    public required RemovedKind Kind { get; init; }

    public int Count { get; private set; }

    /// <summary>The caller is within a transaction.</summary>
    internal static async Task AddAsync(WitaLiveDb db, DateOnly day, RemovedKind kind, int count, CancellationToken ct)
    {
        if (count == 0 || await db.Set<Removal>().Where(r => r.Day == day && r.Kind == kind).ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, r => r.Count + count), ct) > 0)
            return;
        var first = new Removal { Day = day, Kind = kind, Count = count };
        db.Add(first);
        await db.SaveChangesAsync(ct);
        db.Entry(first).State = EntityState.Detached; // the next one adds to the row
    }
}

internal sealed class RemovalConfiguration : IEntityTypeConfiguration<Removal>
{
    public void Configure(EntityTypeBuilder<Removal> removal)
    {
        removal.ToTable("removals");
        removal.HasKey(r => new { r.Day, r.Kind });
        removal.Property(r => r.Day).ValueGeneratedNever();
        removal.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        removal.Property(r => r.Count);
    }
}
