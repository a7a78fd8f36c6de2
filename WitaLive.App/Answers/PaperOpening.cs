using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Answers;

/// <summary>That someone has opened the papers of a meeting, and when first.</summary>
public sealed class PaperOpening
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset FirstAt { get; init; }
}

internal sealed class PaperOpeningConfiguration : IEntityTypeConfiguration<PaperOpening>
{
    public void Configure(EntityTypeBuilder<PaperOpening> opening)
    {
        opening.ToTable("paper_openings");
        opening.HasKey(o => new { o.MeetingId, o.PersonId });
        opening.Property(o => o.FirstAt);
        opening.HasOne<PlannedMeeting>().WithMany().HasForeignKey(o => o.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
