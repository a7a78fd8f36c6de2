using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Reports;

/// <summary>One version of a free part of a report: what the secretariat writes beside the facts. Never changed: a change is the next version.</summary>
public sealed class ReportPart
{
    /// <summary>The place of what is said of the meeting as a whole; an item's place is the item's id.</summary>
    public static readonly Guid Whole = Guid.Empty;

    public required MeetingId MeetingId { get; init; }

    public required Guid Place { get; init; }

    public required string Language { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Paragraphs are lines. Without what no sheet can hold, also where such signs were kept once.</summary>
    public required string Text { get; init => field = FreeText.Of(value); }

    public required PersonId WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}

/// <summary>When a report was supplied to its members, and who confirmed it after their remarks.</summary>
public sealed class ReportStage
{
    public required MeetingId MeetingId { get; init; }

    public required DateTimeOffset SuppliedAt { get; init; }

    public required PersonId SuppliedBy { get; init; }

    public PersonId? ChairId { get; private set; }

    public DateTimeOffset? ChairAt { get; private set; }

    public PersonId? SecretaryId { get; private set; }

    public DateTimeOffset? SecretaryAt { get; private set; }

    public void ConfirmAsChair(PersonId who, DateTimeOffset at) => (ChairId, ChairAt) = (who, at);

    public void ConfirmAsSecretary(PersonId who, DateTimeOffset at) => (SecretaryId, SecretaryAt) = (who, at);

    /// <summary>Takes back the one confirmation there is.</summary>
    /// <returns>Whose it was; null when nobody has confirmed it, or both have.</returns>
    public PersonId? Unconfirm()
    {
        if (ChairAt is not null == SecretaryAt is not null)
            return null;
        var who = ChairId ?? SecretaryId;
        (ChairId, ChairAt, SecretaryId, SecretaryAt) = (null, null, null, null);
        return who;
    }
}

/// <summary>What a member remarks on a report that was supplied. Its author is named only on their own wish (rules of procedure, art. 39).</summary>
public sealed class ReportRemark
{
    public required Guid Id { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required PersonId AuthorId { get; init; }

    public required bool IsNamed { get; init; }

    /// <inheritdoc cref="ReportPart.Text"/>
    public required string Text { get; init => field = FreeText.Of(value); }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<ReportPart>, IEntityTypeConfiguration<ReportStage>, IEntityTypeConfiguration<ReportRemark>
{
    public void Configure(EntityTypeBuilder<ReportPart> part)
    {
        part.ToTable("report_parts");
        part.HasKey(p => new { p.MeetingId, p.Place, p.Language, p.Version });
        part.Property(p => p.Place).ValueGeneratedNever();
        part.Property(p => p.Version).ValueGeneratedNever();
        part.Property(p => p.Language).HasMaxLength(2);
        part.Property(p => p.Text).UsePropertyAccessMode(PropertyAccessMode.PreferProperty);
        part.Property(p => p.WrittenBy);
        part.Property(p => p.WrittenAt);
        part.HasOne<PlannedMeeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportStage> stage)
    {
        stage.ToTable("report_stages");
        stage.HasKey(s => s.MeetingId);
        stage.Property(s => s.MeetingId).ValueGeneratedNever();
        stage.Property(s => s.SuppliedAt);
        stage.Property(s => s.SuppliedBy);
        stage.HasOne<PlannedMeeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportRemark> remark)
    {
        remark.ToTable("report_remarks");
        remark.HasKey(r => r.Id);
        remark.Property(r => r.Id).ValueGeneratedNever();
        remark.Property(r => r.AuthorId);
        remark.Property(r => r.IsNamed);
        remark.Property(r => r.Text).UsePropertyAccessMode(PropertyAccessMode.PreferProperty);
        remark.Property(r => r.MadeAt);
        remark.HasIndex(r => r.MeetingId);
        remark.HasOne<PlannedMeeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
