using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>The statement on travel that somebody signed for one meeting: the words confirmed, and when.</summary>
public sealed class ClaimedTravel
{
    /// <summary>Unit: characters.</summary>
    public const int LongestText = 1_000;

    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public string Means { get; private set; } = "";

    /// <summary>Kilometres, or euro.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Exactly what stood on the screen.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset SignedAt { get; private set; }

    public TravelClaim Claim => new(MeetingId, PersonId, Means, Quantity);

    /// <summary>Signed anew, it replaces what was signed before.</summary>
    public void Sign(TravelClaim claim, string text, DateTimeOffset at) => (Means, Quantity, Text, SignedAt) = (claim.Means, claim.Quantity, text, at);
}

internal sealed class ClaimedTravelConfiguration : IEntityTypeConfiguration<ClaimedTravel>
{
    public void Configure(EntityTypeBuilder<ClaimedTravel> travel)
    {
        travel.ToTable("claimed_travel");
        travel.HasKey(t => new { t.MeetingId, t.PersonId });
        travel.Property(t => t.Means).HasMaxLength(32);
        travel.Property(t => t.Quantity).HasPrecision(9, 2);
        travel.Property(t => t.Text).HasMaxLength(ClaimedTravel.LongestText);
        travel.Property(t => t.SignedAt).IsConcurrencyToken();
        travel.Ignore(t => t.Claim);
        travel.HasOne<PlannedMeeting>().WithMany().HasForeignKey(t => t.MeetingId).OnDelete(DeleteBehavior.Cascade);
        travel.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
