using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>That somebody of the Commission opened what a person has entrusted to it: once for each reader, file and day.</summary>
public sealed class FileOpening
{
    public required FileId FileId { get; init; }

    /// <summary>Who opened it.</summary>
    public required PersonId ReaderId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The first time that day.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Read for a meeting, by one of its members; otherwise by the secretariat.</summary>
    public required bool ForMeeting { get; init; }
}

internal sealed class FileOpeningConfiguration : IEntityTypeConfiguration<FileOpening>
{
    public void Configure(EntityTypeBuilder<FileOpening> opening)
    {
        opening.ToTable("file_openings");
        opening.HasKey(o => new { o.FileId, o.ReaderId, o.Day });
        opening.Property(o => o.Day).ValueGeneratedNever();
        opening.Property(o => o.At);
        opening.Property(o => o.ForMeeting);
    }
}
