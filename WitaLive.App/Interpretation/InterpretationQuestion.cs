using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Interpretation;

/// <summary>How a rule is to be read, asked from a file and answered once by a jurist, for all colleagues. Question and answer name nobody.</summary>
public sealed class InterpretationQuestion
{
    /// <summary>Unit: characters.</summary>
    public const int LongestTitle = 160;

    /// <summary>Unit: characters.</summary>
    public const int LongestText = 8000;

    public required Guid Id { get; init; }

    /// <summary>From which it was asked; who may open files sees it.</summary>
    public required FileId FileId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required PersonId AskedBy { get; init; }

    /// <summary>Of who asked: the language of title and question.</summary>
    public required string Language { get; init; }

    /// <summary>The question in one line.</summary>
    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Null until it is answered.</summary>
    public string? Answer { get; private set; }

    public string? AnswerLanguage { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }
}

internal sealed class InterpretationQuestionConfiguration : IEntityTypeConfiguration<InterpretationQuestion>
{
    public void Configure(EntityTypeBuilder<InterpretationQuestion> question)
    {
        question.ToTable("interpretation_questions");
        question.HasKey(q => q.Id);
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Property(q => q.FileId);
        question.HasIndex(q => q.FileId);
        question.Property(q => q.AskedAt);
        question.Property(q => q.AskedBy);
        question.Property(q => q.Language).HasMaxLength(2);
        question.Property(q => q.Title).HasMaxLength(InterpretationQuestion.LongestTitle);
        question.Property(q => q.Text).HasMaxLength(InterpretationQuestion.LongestText);
        question.Property(q => q.Answer).HasMaxLength(InterpretationQuestion.LongestText);
        question.Property(q => q.AnswerLanguage).HasMaxLength(2);
        question.Property(q => q.AnsweredBy);
        question.Property(q => q.AnsweredAt);
        question.HasIndex(q => q.AnsweredAt); // what waits
    }
}
