using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

public enum ConflictState
{
    Proposed,
    Confirmed,
    Denied,
}

/// <summary>That an item names something a member declared to be tied to, and what the member said of it (rules of procedure, art. 53 § 1).</summary>
public sealed class PossibleConflict
{
    public required MeetingId MeetingId { get; init; }

    public required ItemId ItemId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What was declared.</summary>
    public required TieKind Kind { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public ConflictState State { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the room heard of it; null while it has not.</summary>
    public DateTimeOffset? RecusedAt { get; set; }

    /// <summary>When the substitute was convened for the item; null while nobody was, because the meeting is not convened yet.</summary>
    public DateTimeOffset? PartnerToldAt { get; set; }

    public void Answer(bool confirmed, DateTimeOffset at) => (State, AnsweredAt) = (confirmed ? ConflictState.Confirmed : ConflictState.Denied, at);
}

internal sealed class PossibleConflictConfiguration : IEntityTypeConfiguration<PossibleConflict>
{
    public void Configure(EntityTypeBuilder<PossibleConflict> conflict)
    {
        conflict.ToTable("possible_conflicts");
        conflict.HasKey(c => new { c.MeetingId, c.ItemId, c.PersonId }); // a member is asked once about an item
        conflict.Property(c => c.ItemId).ValueGeneratedNever();
        conflict.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        conflict.Property(c => c.Words).HasMaxLength(Tie.Longest);
        conflict.Property(c => c.FoundAt);
        conflict.Property(c => c.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        conflict.Property(c => c.AnsweredAt);
        conflict.Property(c => c.RecusedAt);
        conflict.Property(c => c.PartnerToldAt).IsConcurrencyToken(); // two runs at once tell the partner once
        conflict.HasOne<PlannedMeeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        conflict.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
