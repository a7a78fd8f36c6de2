using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Attestations;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

internal sealed class RulingConfiguration : IEntityTypeConfiguration<Ruling>, IEntityTypeConfiguration<RulingFinding>, IEntityTypeConfiguration<SigningDelegation>
{
    public void Configure(EntityTypeBuilder<Ruling> ruling)
    {
        ruling.ToTable("rulings");
        ruling.HasKey(r => r.Id);
        ruling.Property(r => r.Id).ValueGeneratedNever();
        ruling.Property(r => r.FileId);
        ruling.HasIndex(r => new { r.FileId, r.Number }).IsUnique(); // drafted twice at once, it is drafted once
        ruling.HasIndex(r => r.MeetingId);
        ruling.Property(r => r.ReplacesId);
        ruling.HasIndex(r => r.ReplacesId).IsUnique();
        ruling.Property(r => r.Correction).HasMaxLength(RulingText.Longest);
        ruling.Property(r => r.FactsAsKept);
        ruling.Property(r => r.TextAsKept);
        ruling.Property(r => r.WrittenBy).HasMaxLength(4000);
        ruling.Property(r => r.Stage).HasConversion<string>().HasMaxLength(16);
        ruling.HasIndex(r => r.Stage);
        ruling.Property(r => r.IsDrawn);
        ruling.Property(r => r.Version).IsConcurrencyToken();
        ruling.Property(r => r.Hash).HasMaxLength(64);
        ruling.Property(r => r.Code).HasMaxLength(CheckCode.Length);
        ruling.HasIndex(r => r.Code);
        ruling.Property(r => r.SentAt);
        ruling.Property(r => r.PaperId);
        ruling.Ignore(r => r.Facts);
        ruling.Ignore(r => r.Text);
        ruling.Ignore(r => r.Writers);
        ruling.Ignore(r => r.Progress);
        ruling.Ignore(r => r.Letter);
        ruling.Ignore(r => r.IsAsSigned);
    }

    public void Configure(EntityTypeBuilder<RulingFinding> finding)
    {
        finding.ToTable("ruling_findings");
        finding.HasKey(f => f.Id);
        finding.Property(f => f.Id).ValueGeneratedNever();
        finding.Property(f => f.At);
        finding.Property(f => f.By);
        finding.Property(f => f.Agrees);
        finding.Property(f => f.Text).HasMaxLength(RulingText.Longest);
        finding.HasIndex(f => f.RulingId);
        finding.HasOne<Ruling>().WithMany().HasForeignKey(f => f.RulingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SigningDelegation> delegation)
    {
        delegation.ToTable("signing_delegations");
        delegation.HasKey(d => new { d.MeetingId, d.PersonId });
        delegation.Property(d => d.GivenBy);
        delegation.Property(d => d.GivenAt);
    }
}
