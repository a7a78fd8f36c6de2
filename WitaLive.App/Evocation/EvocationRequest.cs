using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Evocations;

namespace WitaLive.App.Evocation;

public enum EvocationState
{
    Waiting,
    Accepted,
    Rejected,
}

/// <summary>That a member who does not sit asked, in writing and with reasons, for a file to go to the chamber above; and what the chair said.</summary>
public sealed class EvocationRequest
{
    public required MeetingId MeetingId { get; init; }

    public required ItemId ItemId { get; init; }

    public required PersonId AskedBy { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public EvocationState State { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The chair's reasons.</summary>
    public string? Answer { get; private set; }

    public void Decide(EvocationState state, PersonId by, string? answer, DateTimeOffset at) => (State, DecidedBy, Answer, DecidedAt) = (state, by, answer, at);

    /// <summary>The referral was undone in the room: the chair decides anew.</summary>
    public void Reopen() => (State, DecidedBy, Answer, DecidedAt) = (EvocationState.Waiting, null, null, null);
}

internal sealed class EvocationRequestConfiguration : IEntityTypeConfiguration<EvocationRequest>
{
    public const int LongestAnswer = 5_000;

    public void Configure(EntityTypeBuilder<EvocationRequest> request)
    {
        request.ToTable("evocation_requests");
        request.HasKey(r => new { r.MeetingId, r.ItemId, r.AskedBy }); // each asks once
        request.Property(r => r.ItemId).ValueGeneratedNever();
        request.Property(r => r.Reason).HasMaxLength(Evoking.LongestReason);
        request.Property(r => r.AskedAt);
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        request.Property(r => r.Answer).HasMaxLength(LongestAnswer);
        request.HasIndex(r => r.ItemId);
        request.HasOne<PlannedMeeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
