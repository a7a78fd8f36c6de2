using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Messages;

/// <summary>A message between the person a file is about and the secretariat, beside what is asked point by point. Nobody else reads it.</summary>
public sealed class FileMessage
{
    /// <summary>Unit: characters.</summary>
    public const int Longest = 4000;

    public required Guid Id { get; init; }

    public required FileId FileId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PersonId By { get; init; }

    /// <summary>Written to the person; otherwise by them.</summary>
    public required bool FromSecretariat { get; init; }

    public required string Text { get; init; }

    /// <summary>When the secretariat answered it, or said that it needs no answer; null for what waits, and for its own.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

internal sealed class FileMessageConfiguration : IEntityTypeConfiguration<FileMessage>
{
    public void Configure(EntityTypeBuilder<FileMessage> message)
    {
        message.ToTable("file_messages");
        message.HasKey(m => m.Id);
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.FileId);
        message.HasIndex(m => m.FileId);
        message.Property(m => m.At);
        message.Property(m => m.By);
        message.Property(m => m.FromSecretariat);
        message.HasIndex(m => new { m.FromSecretariat, m.SeenAt }); // what waits
        message.Property(m => m.Text).HasMaxLength(FileMessage.Longest);
        message.Property(m => m.SeenAt);
    }
}
