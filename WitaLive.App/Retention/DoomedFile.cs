using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WitaLive.App.Retention;

/// <summary>Where the bytes of something removed lie.</summary>
public enum DoomedKind
{
    Paper,
    Half,

    /// <summary>In the folder of the eBox, by the id of its decision.</summary>
    Letter,
    Mail,
}

/// <summary>A file on disk whose rows are gone: written in the transaction that removed them, so that a cut leaves nothing behind.</summary>
public sealed class DoomedFile
{
    public required Guid Id { get; init; }

    public required DoomedKind Kind { get; init; }
}

internal sealed class DoomedFileConfiguration : IEntityTypeConfiguration<DoomedFile>
{
    public void Configure(EntityTypeBuilder<DoomedFile> file)
    {
        file.ToTable("doomed_files");
        file.HasKey(f => new { f.Kind, f.Id });
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(16);
    }
}
