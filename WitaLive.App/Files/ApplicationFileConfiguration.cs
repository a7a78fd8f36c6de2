using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WitaLive.App.Files;

internal sealed class ApplicationFileConfiguration : IEntityTypeConfiguration<ApplicationFile>
{
    public void Configure(EntityTypeBuilder<ApplicationFile> file)
    {
        file.ToTable("files");
        file.HasKey(f => f.Id);
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Number).HasMaxLength(64);
        file.HasIndex(f => f.Number).IsUnique();
        file.Property(f => f.Kind).HasMaxLength(64);
        file.Property(f => f.Applicant).HasMaxLength(200);
        file.Property(f => f.Language).HasMaxLength(2);
        file.Property(f => f.Domain).HasMaxLength(64);
        file.Property(f => f.DueOn);
        file.Property(f => f.State).HasConversion<string>().HasMaxLength(32);
        file.Property(f => f.Outcome).HasMaxLength(64);
        file.HasIndex(f => f.State);
        file.Property(f => f.ApplicantId);
        file.HasIndex(f => f.ApplicantId);
        file.HasIndex(f => f.AgendaMeetingId);
        file.HasIndex(f => f.SilentSince);
        file.HasIndex(f => f.AppealOfId).IsUnique();
        file.Property(f => f.Searched).HasMaxLength(600).UsePropertyAccessMode(PropertyAccessMode.Property); // made when first asked for
        file.HasIndex(f => f.SubjectId);
        file.Property(f => f.AtCourtNotedBy);
        file.Property(f => f.AtCourtNotedAt);
        file.HasQueryFilter(f => f.ForgottenOn == null); // figures alone look at the others
        file.Ignore(f => f.IsOpen);
        file.Ignore(f => f.IsMeasure);
        file.Ignore(f => f.IsKept);
    }
}
