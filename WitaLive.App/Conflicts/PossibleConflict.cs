using System.Globalization;
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

    /// <summary>Confirmed, then taken back by the member.</summary>
    Withdrawn,

    /// <summary>Confirmed, then not accepted by who presides.</summary>
    Rejected,
}

/// <summary>That an item names something a member declared to be tied to, or is a matter for which they stepped aside before; and what the member said of it (rules of procedure, art. 53 § 1).</summary>
public sealed class PossibleConflict
{
    /// <summary>Unit: characters.</summary>
    public const int LongestReason = 1000;

    public required MeetingId MeetingId { get; init; }

    public required ItemId ItemId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What the item is about, so that the answer is still known when it was taken off the agenda; null for an item without a file, and for one asked about before this was written down.</summary>
    public FileId? FileId { get; init; }

    public required TieKind Kind { get; init; }

    /// <summary>What was declared; of an earlier recusal, its day.</summary>
    public required string Words { get; init; }

    /// <summary>When the member stepped aside for the same matter before; null when a tie is why they are asked.</summary>
    public DateOnly? EarlierOn => Kind is TieKind.EarlierRecusal or TieKind.FirstRecusal && DateOnly.TryParseExact(Words, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public required DateTimeOffset FoundAt { get; init; }

    public ConflictState State { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the room heard of it; null while it has not.</summary>
    public DateTimeOffset? RecusedAt { get; set; }

    /// <summary>Who took it back, and why; null while nobody did.</summary>
    public PersonId? LiftedBy { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftReason { get; private set; }

    /// <summary>When the room heard that it was taken back; null while it has not.</summary>
    public DateTimeOffset? RestoredAt { get; set; }

    /// <summary>Who is convened for the item; null while nobody is, or no longer.</summary>
    public PersonId? Partner { get; private set; }

    public DateTimeOffset? PartnerToldAt { get; private set; }

    /// <summary>Which day, hour and place the partner was told of.</summary>
    public string? PartnerFacts { get; private set; }

    /// <summary>How many calendar files went to whoever is or was convened for the item.</summary>
    public int Calls { get; private set; }

    /// <summary>There is no conflict, as the member said of this file and this tie when it stood on an agenda before; they are not asked again.</summary>
    public bool IsCarried => State is ConflictState.Denied && AnsweredAt < FoundAt;

    /// <summary>There is no conflict, as who presided ruled at the first convocation.</summary>
    public bool IsRulingCarried => State is ConflictState.Rejected && LiftedAt < FoundAt;

    internal static PossibleConflict Again(MeetingId meeting, ItemId item, EarlierRecusal recusal, DateTimeOffset at) => new()
    {
        MeetingId = meeting,
        ItemId = item,
        FileId = recusal.File,
        PersonId = recusal.Person,
        Kind = recusal.IsOfFirst ? TieKind.FirstRecusal : TieKind.EarlierRecusal,
        Words = recusal.On.ToString("O", CultureInfo.InvariantCulture),
        FoundAt = at,
    };

    public bool IsLifted => State is ConflictState.Withdrawn or ConflictState.Rejected;

    public void Lift(PersonId by, string reason, DateTimeOffset at) =>
        (State, LiftedBy, LiftReason, LiftedAt) = (by == PersonId ? ConflictState.Withdrawn : ConflictState.Rejected, by, reason, at);

    /// <summary>The partner is told that and when, or told anew.</summary>
    public void Call(PersonId partner, string facts, DateTimeOffset at) => (Partner, PartnerFacts, PartnerToldAt, Calls) = (partner, facts, at, Calls + 1);

    /// <summary>The partner is told that they need not sit for the item after all.</summary>
    public void Release() => (Partner, PartnerFacts, PartnerToldAt, Calls) = (null, null, null, Calls + 1);

    /// <summary>What was the last word about the same file and the same tie is the word here too; the room hears nothing, for nobody has stepped aside in it.</summary>
    /// <param name="said">That there is no conflict.</param>
    internal void Carry(PossibleConflict said)
    {
        if (said.State is not ConflictState.Rejected)
            Answer(false, said.LiftedAt ?? said.AnsweredAt!.Value);
        else
            (State, AnsweredAt, LiftedBy, LiftReason, LiftedAt, RestoredAt) = (said.State, said.AnsweredAt, said.LiftedBy, said.LiftReason, said.LiftedAt, said.LiftedAt);
    }

    public void Answer(bool confirmed, DateTimeOffset at) => (State, AnsweredAt) = (confirmed ? ConflictState.Confirmed : ConflictState.Denied, at);
}

internal sealed class PossibleConflictConfiguration : IEntityTypeConfiguration<PossibleConflict>
{
    public void Configure(EntityTypeBuilder<PossibleConflict> conflict)
    {
        conflict.ToTable("possible_conflicts");
        conflict.HasKey(c => new { c.MeetingId, c.ItemId, c.PersonId }); // a member is asked once about an item
        conflict.Property(c => c.ItemId).ValueGeneratedNever();
        conflict.Property(c => c.FileId);
        conflict.HasIndex(c => c.FileId);
        conflict.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        conflict.Property(c => c.Words).HasMaxLength(Tie.Longest);
        conflict.Property(c => c.FoundAt);
        conflict.Property(c => c.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        conflict.Property(c => c.AnsweredAt);
        conflict.Property(c => c.RecusedAt).IsConcurrencyToken(); // the room may hear of it while it is taken back
        conflict.Property(c => c.LiftedBy);
        conflict.Property(c => c.LiftedAt);
        conflict.Property(c => c.LiftReason).HasMaxLength(PossibleConflict.LongestReason);
        conflict.Property(c => c.RestoredAt);
        conflict.Property(c => c.Partner);
        conflict.Property(c => c.PartnerToldAt);
        conflict.Property(c => c.PartnerFacts).HasMaxLength(64);
        conflict.Property(c => c.Calls).IsConcurrencyToken(); // two runs at once tell the partner once
        conflict.HasOne<PlannedMeeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        conflict.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
