using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Preparing;

/// <summary>How far a member is with a file of a meeting. What they noted stands here sealed: no query, export or copy of the database can read it.</summary>
public sealed class FilePreparation
{
    public required MeetingId MeetingId { get; init; }

    public required FileId FileId { get; init; }

    public required PersonId ReaderId { get; init; }

    /// <summary>When the member said to have read it; null for unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Note and leaning, sealed for this reader and file alone; null while there are none.</summary>
    public string? Sealed { get; set; }
}

/// <summary>What a member asks the secretariat about a file, and its answer.</summary>
public sealed class MemberQuestion
{
    public required Guid Id { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required FileId FileId { get; init; }

    public required PersonId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string Text { get; init; }

    public string? Answer { get; set; }

    public PersonId? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class PreparingConfiguration : IEntityTypeConfiguration<FilePreparation>, IEntityTypeConfiguration<MemberQuestion>
{
    public void Configure(EntityTypeBuilder<FilePreparation> preparation)
    {
        preparation.ToTable("file_preparations");
        preparation.HasKey(p => new { p.MeetingId, p.FileId, p.ReaderId });
        preparation.Property(p => p.ReadAt);
        preparation.Property(p => p.Sealed);
    }

    public void Configure(EntityTypeBuilder<MemberQuestion> question)
    {
        question.ToTable("member_questions");
        question.HasKey(q => q.Id);
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Property(q => q.AskedBy);
        question.Property(q => q.AskedAt);
        question.Property(q => q.Text).HasMaxLength(4000);
        question.Property(q => q.Answer).HasMaxLength(4000);
        question.HasIndex(q => q.FileId);
        question.HasIndex(q => q.AnsweredAt);
    }
}
