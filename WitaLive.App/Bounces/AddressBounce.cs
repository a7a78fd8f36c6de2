using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Bounces;

/// <summary>That mail to an address came back for good. Kept by address: whoever gets another one is no longer marked.</summary>
public sealed class AddressBounce
{
    public const int LongestStatus = 16;

    public const int LongestDiagnostic = 500;

    /// <summary>As persons' addresses are compared: in lower case.</summary>
    public required string Address { get; init; }

    public required string Status { get; set; }

    public required string Diagnostic { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The mail that came back; null when the report did not say.</summary>
    public Guid? MailId { get; set; }
}

internal sealed class AddressBounceConfiguration : IEntityTypeConfiguration<AddressBounce>
{
    public void Configure(EntityTypeBuilder<AddressBounce> bounce)
    {
        bounce.ToTable("address_bounces");
        bounce.HasKey(b => b.Address);
        bounce.Property(b => b.Address).HasMaxLength(Person.LongestAddress);
        bounce.Property(b => b.Status).HasMaxLength(AddressBounce.LongestStatus);
        bounce.Property(b => b.Diagnostic).HasMaxLength(AddressBounce.LongestDiagnostic);
        bounce.Property(b => b.At);
        bounce.Property(b => b.MailId);
    }
}
