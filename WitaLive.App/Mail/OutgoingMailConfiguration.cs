using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WitaLive.App.Mail;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mails");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.ToAddress).HasMaxLength(254);
        mail.Property(m => m.ToName).HasMaxLength(OutgoingMail.MaxNameLength);
        mail.Property(m => m.Language).HasMaxLength(8);
        mail.Property(m => m.Subject).HasMaxLength(OutgoingMail.MaxSubjectLength);
        mail.Property(m => m.Text);
        mail.Property(m => m.Markdown);
        mail.Property(m => m.Calendar);
        mail.Property(m => m.Purpose).HasMaxLength(50);
        mail.Property(m => m.Searched).HasMaxLength(1000).UsePropertyAccessMode(PropertyAccessMode.Property); // made when first asked for
        mail.Property(m => m.CreatedAt);
        mail.Property(m => m.DueAt);
        mail.Property(m => m.LastError).HasMaxLength(SendDueMail.MaxErrorLength);
        mail.HasIndex(m => new { m.SentAt, m.NextTryAt });
        mail.HasIndex(m => m.ItemId);
        mail.HasIndex(m => m.MeetingId);
        mail.HasIndex(m => m.PersonId);
        mail.OwnsMany(m => m.Attachments, attachment =>
        {
            attachment.ToTable("mail_attachments");
            attachment.WithOwner().HasForeignKey("MailId");
            attachment.Property(a => a.Name).HasMaxLength(200);
            attachment.Property(a => a.ContentType).HasMaxLength(200);
            attachment.Property(a => a.Bytes);
        });
    }
}
