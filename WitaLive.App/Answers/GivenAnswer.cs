using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;

namespace WitaLive.App.Answers;

/// <summary>How an answer reached us.</summary>
public enum AnswerWay
{
    Mail,
    App,

    /// <summary>Told to the secretariat, which wrote it down.</summary>
    Secretariat,
}

/// <summary>What someone answered to a convocation. Rows are only added: the highest number is what holds, the others are its history.</summary>
public sealed class GivenAnswer
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required AnswerKind Kind { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AnswerWay Way { get; init; }

    /// <summary>Who wrote it down for someone else; null when they did it themselves.</summary>
    public PersonId? By { get; init; }

    /// <summary>Those about the day on which their meeting is planned now; of what was said of another day there is only the history.</summary>
    public static IQueryable<GivenAnswer> Holding(WitaLiveDb db) =>
        from answer in db.Set<GivenAnswer>().AsNoTracking()
        join meeting in db.Set<PlannedMeeting>() on answer.MeetingId equals meeting.Id
        where meeting.MovedAt == null || answer.At >= meeting.MovedAt
        select answer;

    /// <summary>The answers that hold, for reading.</summary>
    public static async Task<ImmutableDictionary<PersonId, GivenAnswer>> NowAsync(WitaLiveDb db, MeetingId meeting, CancellationToken ct) =>
        (await NowAsync(db, [meeting], ct))[meeting].ToImmutableDictionary(a => a.PersonId);

    /// <summary>Those of several meetings, with one query.</summary>
    public static async Task<ILookup<MeetingId, GivenAnswer>> NowAsync(WitaLiveDb db, List<MeetingId> meetings, CancellationToken ct) =>
        (await Holding(db).Where(a => meetings.Contains(a.MeetingId)).ToListAsync(ct))
            .GroupBy(a => (a.MeetingId, a.PersonId)).ToLookup(g => g.Key.MeetingId, g => g.MaxBy(a => a.Number)!);
}

internal sealed class GivenAnswerConfiguration : IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<GivenAnswer> answer)
    {
        answer.ToTable("answers");
        answer.HasKey(a => new { a.MeetingId, a.PersonId, a.Number });
        answer.Property(a => a.Number).ValueGeneratedNever();
        answer.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
        answer.Property(a => a.Reason).HasMaxLength(Answer.LongestReason);
        answer.Property(a => a.At);
        answer.Property(a => a.Way).HasConversion<string>().HasMaxLength(16);
        answer.Property(a => a.By);
        answer.HasOne<PlannedMeeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
