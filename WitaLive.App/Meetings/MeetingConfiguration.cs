using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Meetings;

internal sealed class PlannedMeetingConfiguration : IEntityTypeConfiguration<PlannedMeeting>
{
    public void Configure(EntityTypeBuilder<PlannedMeeting> meeting)
    {
        meeting.ToTable("meetings");
        meeting.HasKey(m => m.Id);
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Formation);
        meeting.Property(m => m.Mode).HasConversion<string>().HasMaxLength(16);
        meeting.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        meeting.Property(m => m.Place).HasMaxLength(PlanLimits.Place);
        meeting.Property(m => m.OnlineAddress).HasMaxLength(PlanLimits.OnlineAddress);
        meeting.PrimitiveCollection(m => m.Languages);
        meeting.Property(m => m.SecondConvocation);
        meeting.Property(m => m.FirstMeetingId);
        meeting.Property(m => m.CreatedBy);
        meeting.Property(m => m.ShortNoticeApprovedBy);
        meeting.Property(m => m.ShortNoticeRecordedBy);
        meeting.Property(m => m.CancelReason).HasMaxLength(PlanLimits.Reason);
        meeting.Property(m => m.QuorumAlarm).HasMaxLength(200).IsConcurrencyToken(); // of two watches at once, one alarms
        meeting.Property(m => m.Revision).IsConcurrencyToken();
        meeting.HasOne<Chamber>().WithMany().HasForeignKey(m => m.ChamberId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasIndex(m => m.StartsAt);
        meeting.HasQueryFilter(m => m.ForgottenOn == null); // figures alone look at the others
        meeting.OwnsMany(m => m.Seats, seat =>
        {
            seat.ToTable("meeting_seats");
            seat.WithOwner().HasForeignKey("MeetingId");
            seat.HasKey("MeetingId", nameof(MeetingSeat.SeatId));
            seat.Property(s => s.SeatId).ValueGeneratedNever();
        });
        meeting.Navigation(m => m.Seats).HasField("_seats");
        meeting.HasMany(m => m.Agenda).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
        meeting.Navigation(m => m.Agenda).HasField("_agenda");
    }
}

internal sealed class AgendaLineConfiguration : IEntityTypeConfiguration<AgendaLine>
{
    public void Configure(EntityTypeBuilder<AgendaLine> line)
    {
        line.ToTable("agenda_lines");
        line.HasKey(l => l.Id);
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.FileId);
        line.HasIndex(l => l.FileId); // where a file stood
        line.Property(l => l.ProposalId);
        line.Property(l => l.Reference).HasMaxLength(64);
        line.Property(l => l.Applicant).HasMaxLength(200);
        line.PrimitiveCollection(l => l.Outcomes);
        line.Property(l => l.FixedHour);
        line.Ignore(l => l.Takes);
        line.Property(l => l.RequestedBy);
        line.Property(l => l.RequestedOn);
        line.Property(l => l.Titles).HasConversion<ByLanguage, ByLanguageComparer>();
        line.OwnsMany(l => l.Papers, paper =>
        {
            paper.ToTable("papers");
            paper.WithOwner().HasForeignKey("ItemId");
            paper.HasKey(p => p.Id);
            paper.Property(p => p.Id).ValueGeneratedNever();
            paper.Property(p => p.Name).HasMaxLength(255);
            paper.Property(p => p.ContentType).HasMaxLength(100);
            paper.Property(p => p.Size);
            paper.Property(p => p.AddedAt);
        });
        line.Navigation(l => l.Papers).HasField("_papers");
    }
}

/// <summary>A text in several languages, kept as one JSON object.</summary>
internal sealed class ByLanguage() : ValueConverter<ImmutableSortedDictionary<string, string>, string>(
    texts => JsonSerializer.Serialize(texts, JsonSerializerOptions.Default),
    stored => JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(stored, JsonSerializerOptions.Default)!);

internal sealed class ByLanguageComparer() : ValueComparer<ImmutableSortedDictionary<string, string>>(
    (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
    texts => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value)),
    texts => texts);
