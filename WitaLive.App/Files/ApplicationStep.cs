using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>One event of one application, written once and never changed.</summary>
public sealed class ApplicationStep
{
    public required FileId FileId { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Payload { get; init; }

    public ApplicationEvent Read() => Of(Payload);

    public static ApplicationEvent Of(string payload) => JsonSerializer.Deserialize<ApplicationEvent>(payload)!;
}

/// <summary>What was sent in with an application, as it was that day.</summary>
public sealed class FileSnapshot
{
    public required FileId FileId { get; init; }

    /// <summary>A <see cref="Submission"/>.</summary>
    public required string Payload { get; init; }
}

/// <summary>A remark for the secretariat's own eyes.</summary>
public sealed class FileNote
{
    public required Guid Id { get; init; }

    public required FileId FileId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    public required string Text { get; init; }
}

internal sealed class ApplicationStepConfiguration : IEntityTypeConfiguration<ApplicationStep>, IEntityTypeConfiguration<FileSnapshot>, IEntityTypeConfiguration<FileNote>
{
    public void Configure(EntityTypeBuilder<ApplicationStep> step)
    {
        step.ToTable("application_steps");
        step.HasKey(s => new { s.FileId, s.Sequence });
        step.Property(s => s.Sequence).ValueGeneratedNever();
        step.Property(s => s.RecordedAt);
        step.Property(s => s.Payload);
    }

    public void Configure(EntityTypeBuilder<FileSnapshot> snapshot)
    {
        snapshot.ToTable("application_snapshots");
        snapshot.HasKey(s => s.FileId);
        snapshot.Property(s => s.Payload);
    }

    public void Configure(EntityTypeBuilder<FileNote> note)
    {
        note.ToTable("file_notes");
        note.HasKey(n => n.Id);
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.At);
        note.Property(n => n.By);
        note.Property(n => n.Text).HasMaxLength(4000);
        note.HasIndex(n => n.FileId);
    }
}
