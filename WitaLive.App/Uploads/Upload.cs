using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Uploads;

/// <summary>What is sent, and where it belongs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadKind>))]
public enum UploadKind
{
    /// <summary>Into a profile.</summary>
    Proof,

    /// <summary>With an answer or an appeal: kept for its sender, in no profile.</summary>
    Answer,

    /// <summary>To an item of an agenda.</summary>
    Paper,
}

/// <summary>What a browser is about to send.</summary>
/// <param name="About">A line of the profile, or the item of the agenda; null for the profile itself and with an answer.</param>
/// <param name="Meeting">Whose agenda it is.</param>
/// <param name="Whose">For whom one fills in; null for oneself.</param>
/// <param name="Size">Unit: bytes.</param>
/// <param name="Stamp">When the file was last changed, as the browser says: by name, size and stamp the same file is known again.</param>
public sealed record UploadOffer(UploadKind Kind, Guid? About, Guid? Meeting, Guid? Whose, string Name, long Size, long Stamp)
{
    /// <summary>Anybody can write JSON by hand: without a name, or of a kind that there is not.</summary>
    [JsonIgnore]
    public bool IsUsable => Name is not null && Enum.IsDefined(Kind);
}

/// <summary>A file on its way. Its bytes are in the folder of halves until all are there.</summary>
public sealed class Upload
{
    /// <summary>Also that of the paper that becomes of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sends it, and nobody else goes on with it.</summary>
    public required PersonId SenderId { get; init; }

    /// <summary>For whom: the sender, or the person at the telephone.</summary>
    public required PersonId OwnerId { get; init; }

    public required UploadKind Kind { get; init; }

    public Guid? About { get; init; }

    public Guid? Meeting { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the whole file. Unit: bytes.</summary>
    public required long Size { get; init; }

    public required long Stamp { get; init; }

    /// <summary>What is on disk for certain. Unit: bytes.</summary>
    public long Received { get; private set; }

    /// <summary>When something last came.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>When it had become a paper; null before.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public bool IsWhole => Received == Size;

    public Upload At(DateTimeOffset now)
    {
        TouchedAt = now;
        return this;
    }

    public void Receive(long upTo, DateTimeOffset now) => (Received, TouchedAt) = (upTo, now);

    public void Finish(DateTimeOffset now) => DoneAt = now;
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.HasKey(u => u.Id);
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.SenderId);
        upload.Property(u => u.OwnerId);
        upload.Property(u => u.Kind).HasConversion<string>().HasMaxLength(20);
        upload.Property(u => u.About);
        upload.Property(u => u.Meeting);
        upload.Property(u => u.Name).HasMaxLength(UploadDesk.LongestName);
        upload.Property(u => u.Size);
        upload.Property(u => u.Stamp);
        upload.Property(u => u.Received);
        upload.Property(u => u.TouchedAt);
        upload.Property(u => u.DoneAt);
        upload.Ignore(u => u.IsWhole);
        upload.HasIndex(u => u.OwnerId);
        upload.HasIndex(u => u.TouchedAt);
    }
}
