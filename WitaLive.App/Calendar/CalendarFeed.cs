using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Calendar;

/// <summary>Opens one person's calendar to the programs they gave its address to, until they renew or revoke it.</summary>
public sealed class CalendarFeed
{
    public required PersonId Person { get; init; }

    public required string Key { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>192 random bits: nobody comes upon it by trying.</summary>
    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("calendar_feeds");
        feed.HasKey(f => f.Person);
        feed.Property(f => f.Person).ValueGeneratedNever();
        feed.Property(f => f.Key).HasMaxLength(64);
        feed.HasIndex(f => f.Key).IsUnique();
        feed.HasOne<Person>().WithMany().HasForeignKey(f => f.Person).OnDelete(DeleteBehavior.Cascade);
    }
}
