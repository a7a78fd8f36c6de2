using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Answers;

/// <summary>A proxy as its giver signed it: the words confirmed, by whom and when (law reference §10, O-12). It is never changed; withdrawn, it becomes a <see cref="WithdrawnProxy"/>.</summary>
public sealed class SignedProxy
{
    public required MeetingId MeetingId { get; init; }

    /// <summary>The seat whose voice is given.</summary>
    public required SeatId SeatId { get; init; }

    /// <summary>The effective member who signed, signed in as such.</summary>
    public required PersonId Giver { get; init; }

    public required PersonId Holder { get; init; }

    /// <summary>Exactly what stood on the screen.</summary>
    public required string Text { get; init; }

    /// <summary>Signed, and in the same moment received by the secretariat for the chair.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>It counts no more, and is kept as withdrawn. The caller saves.</summary>
    public void End(WitaLiveDb db, DateTimeOffset at)
    {
        db.Remove(this);
        db.Add(WithdrawnProxy.Of(this, at));
    }

    public static async Task<ImmutableArray<Proxy>> OfAsync(WitaLiveDb db, MeetingId meeting, CancellationToken ct) =>
        [.. (await OfAsync(db, [meeting], ct))[meeting]];

    /// <summary>Those of several meetings, with one query.</summary>
    public static async Task<ILookup<MeetingId, Proxy>> OfAsync(WitaLiveDb db, List<MeetingId> meetings, CancellationToken ct) =>
        (await db.Set<SignedProxy>().AsNoTracking().Where(p => meetings.Contains(p.MeetingId)).ToListAsync(ct))
            .OrderBy(p => p.SignedAt).ToLookup(p => p.MeetingId, p => new Proxy(p.SeatId, p.Holder, p.SignedAt, p.SignedAt));
}

internal sealed class SignedProxyConfiguration : IEntityTypeConfiguration<SignedProxy>
{
    public const int LongestText = 2_000;

    public void Configure(EntityTypeBuilder<SignedProxy> proxy)
    {
        proxy.ToTable("signed_proxies");
        proxy.HasKey(p => new { p.MeetingId, p.SeatId });
        proxy.Property(p => p.SeatId).ValueGeneratedNever();
        proxy.Property(p => p.Giver);
        proxy.Property(p => p.Holder);
        proxy.Property(p => p.Text).HasMaxLength(LongestText);
        proxy.Property(p => p.SignedAt);
        proxy.HasIndex(p => new { p.MeetingId, p.Holder }).IsUnique(); // nobody holds two, also when two are signed at once
        proxy.HasOne<PlannedMeeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
