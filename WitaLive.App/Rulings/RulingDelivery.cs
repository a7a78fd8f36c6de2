using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>How the letter of a decision reaches its applicant; written with the sending.</summary>
public sealed class RulingDelivery
{
    public required Guid RulingId { get; init; }

    public required FileId FileId { get; init; }

    public DateOnly? HandedOn { get; set; }

    public bool HasNoEbox { get; set; }

    public DateOnly? ReadOn { get; set; }

    public DateOnly? PostedOn { get; set; }

    /// <summary>As whoever posted it said, where no address was known.</summary>
    public string? PostedTo { get; set; }

    public Delivery Delivery => new(HandedOn, HasNoEbox, ReadOn, PostedOn) { PostedTo = PostedTo };
}

internal sealed class RulingDeliveryConfiguration : IEntityTypeConfiguration<RulingDelivery>
{
    public void Configure(EntityTypeBuilder<RulingDelivery> delivery)
    {
        delivery.ToTable("ruling_deliveries");
        delivery.HasKey(d => d.RulingId);
        delivery.Property(d => d.RulingId).ValueGeneratedNever();
        delivery.Property(d => d.FileId);
        delivery.Property(d => d.PostedTo).HasMaxLength(ProfileCheck.LongestLine);
        delivery.HasIndex(d => new { d.PostedOn, d.ReadOn }); // what is still on its way
        delivery.HasOne<Ruling>().WithOne().HasForeignKey<RulingDelivery>(d => d.RulingId).OnDelete(DeleteBehavior.Cascade);
        delivery.Ignore(d => d.Delivery);
    }
}
