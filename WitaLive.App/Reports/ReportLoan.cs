using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Reports;

/// <summary>That a chamber asked for the report of the one which referred a file to it, and what the secretariat answered (rules of procedure, art. 39).</summary>
public sealed class ReportLoan
{
    /// <summary>Unit: characters of the reason for not lending it.</summary>
    public const int LongestReason = 2_000;

    /// <summary>The meeting that asks.</summary>
    public required MeetingId MeetingId { get; init; }

    public required FileId FileId { get; init; }

    /// <summary>The meeting whose report it is.</summary>
    public required MeetingId ReportOf { get; init; }

    public required PersonId AskedBy { get; set; }

    public required DateTimeOffset AskedAt { get; set; }

    public PersonId? LentBy { get; private set; }

    public DateTimeOffset? LentAt { get; private set; }

    public PersonId? DeclinedBy { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>Why it is not lent; null while it was not declined.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Nobody has answered yet.</summary>
    public bool Waits => LentAt is null && DeclinedAt is null;

    public void Lend(PersonId by, DateTimeOffset at) => (LentBy, LentAt) = (by, at);

    /// <exception cref="InvalidOperationException">It was answered already.</exception>
    public void Decline(PersonId by, DateTimeOffset at, string reason) =>
        (DeclinedBy, DeclinedAt, DeclineReason) = Waits ? (by, at, reason) : throw new InvalidOperationException("This request was answered already.");

    /// <summary>After it was declined: the request waits for an answer anew.</summary>
    /// <returns>The one that ends with this, to be kept.</returns>
    /// <exception cref="InvalidOperationException">It was not declined.</exception>
    public DeclinedRequest AskAgain(PersonId by, DateTimeOffset at)
    {
        if (this is not { DeclinedBy: { } who, DeclinedAt: { } when, DeclineReason: { } reason })
            throw new InvalidOperationException("This request was not declined.");
        var before = new DeclinedRequest
        {
            Id = Guid.CreateVersion7(at), MeetingId = MeetingId, FileId = FileId, AskedBy = AskedBy, AskedAt = AskedAt, DeclinedBy = who, DeclinedAt = when, Reason = reason,
        };
        (AskedBy, AskedAt, DeclinedBy, DeclinedAt, DeclineReason) = (by, at, null, null, null);
        return before;
    }
}

/// <summary>A request that was declined before somebody asked anew. Never changed.</summary>
public sealed class DeclinedRequest
{
    public required Guid Id { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required FileId FileId { get; init; }

    public required PersonId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required PersonId DeclinedBy { get; init; }

    public required DateTimeOffset DeclinedAt { get; init; }

    public required string Reason { get; init; }
}

/// <summary>That somebody opened a report that was lent to their chamber.</summary>
public sealed class LentReading
{
    public required Guid Id { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required FileId FileId { get; init; }

    public required PersonId ReaderId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

internal sealed class ReportLoanConfiguration : IEntityTypeConfiguration<ReportLoan>, IEntityTypeConfiguration<DeclinedRequest>, IEntityTypeConfiguration<LentReading>
{
    public void Configure(EntityTypeBuilder<ReportLoan> loan)
    {
        loan.ToTable("report_loans");
        loan.HasKey(l => new { l.MeetingId, l.FileId });
        loan.Property(l => l.ReportOf);
        loan.Property(l => l.AskedBy);
        loan.Property(l => l.AskedAt);
        loan.Property(l => l.DeclineReason).HasMaxLength(ReportLoan.LongestReason);
        loan.Ignore(l => l.Waits);
        loan.HasIndex(l => l.ReportOf);
        loan.HasOne<PlannedMeeting>().WithMany().HasForeignKey(l => l.MeetingId).OnDelete(DeleteBehavior.Cascade);
        loan.HasOne<PlannedMeeting>().WithMany().HasForeignKey(l => l.ReportOf).OnDelete(DeleteBehavior.Restrict);
        loan.HasOne<ApplicationFile>().WithMany().HasForeignKey(l => l.FileId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DeclinedRequest> declined)
    {
        declined.ToTable("report_loan_declines");
        declined.HasKey(d => d.Id);
        declined.Property(d => d.Id).ValueGeneratedNever();
        declined.Property(d => d.AskedBy);
        declined.Property(d => d.AskedAt);
        declined.Property(d => d.DeclinedBy);
        declined.Property(d => d.DeclinedAt);
        declined.Property(d => d.Reason).HasMaxLength(ReportLoan.LongestReason);
        declined.HasOne<ReportLoan>().WithMany().HasForeignKey(d => new { d.MeetingId, d.FileId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LentReading> reading)
    {
        reading.ToTable("report_loan_readings");
        reading.HasKey(r => r.Id);
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.ReaderId);
        reading.Property(r => r.ReadAt);
        reading.HasOne<ReportLoan>().WithMany().HasForeignKey(r => new { r.MeetingId, r.FileId }).OnDelete(DeleteBehavior.Cascade);
    }
}
