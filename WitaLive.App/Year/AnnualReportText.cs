using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;

namespace WitaLive.App.Year;

/// <summary>A section of the activity report on a year as somebody wrote it, in Markdown. Each version stays; the last one holds.</summary>
public sealed class AnnualReportText
{
    /// <summary>Unit: characters.</summary>
    public const int Longest = 50_000;

    public required int Year { get; init; }

    public required string Section { get; init; }

    public required string Language { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The report on a year was handed in: its texts change no more.</summary>
public sealed class AnnualReportHandedIn
{
    public required int Year { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AnnualReportTextConfiguration : IEntityTypeConfiguration<AnnualReportText>, IEntityTypeConfiguration<AnnualReportHandedIn>
{
    public void Configure(EntityTypeBuilder<AnnualReportText> text)
    {
        text.ToTable("annual_report_texts");
        text.HasKey(t => new { t.Year, t.Section, t.Language, t.Number });
        text.Property(t => t.Year).ValueGeneratedNever();
        text.Property(t => t.Section).HasMaxLength(32);
        text.Property(t => t.Language).HasMaxLength(8);
        text.Property(t => t.Number).ValueGeneratedNever();
        text.Property(t => t.Text).HasMaxLength(AnnualReportText.Longest);
        text.Property(t => t.By);
        text.Property(t => t.At);
    }

    public void Configure(EntityTypeBuilder<AnnualReportHandedIn> handedIn)
    {
        handedIn.ToTable("annual_reports");
        handedIn.HasKey(r => r.Year);
        handedIn.Property(r => r.Year).ValueGeneratedNever();
        handedIn.Property(r => r.By);
        handedIn.Property(r => r.At);
    }
}
