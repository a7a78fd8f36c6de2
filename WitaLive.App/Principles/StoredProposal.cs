using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A proposal with its way to the plenary. What holds is made from those that are adopted, whenever it is asked for: taking an adoption back leaves no trace.</summary>
public sealed class StoredProposal
{
    public required ProposalId Id { get; init; }

    /// <summary>Unique; of a new decision of principle also the number by which it is known.</summary>
    public required string Number { get; init; }

    public ProposalSubject Subject { get; private set; }

    /// <summary>Of the activity or the decision of principle that it is about.</summary>
    public string Code { get; private set; } = "";

    /// <summary>A <see cref="Proposal"/>.</summary>
    public string Payload { get; private set; } = "";

    public ProposalStage Stage { get; private set; }

    /// <summary>The point of an agenda under which it stands, or stood last.</summary>
    public ItemId? ItemId { get; private set; }

    public MeetingId? MeetingId { get; set; }

    public DateOnly? AdoptedOn { get; private set; }

    public DateTimeOffset? AdoptedAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who said to have read it, as it is written now, as one who would recognise people.</summary>
    public PersonId? ReadOverBy { get; set; }

    /// <summary>Rises with each change: of two at once, one is done anew on what the other wrote.</summary>
    public int Revision { get; private set; }

    public ProposalCourse Course
    {
        get => new(Stage, ItemId);
        set => (Stage, ItemId, Revision) = (value.Stage, value.Item, Revision + 1);
    }

    public Proposal Read() => JsonSerializer.Deserialize<Proposal>(Payload)!;

    public void Write(Proposal proposal)
    {
        var payload = JsonSerializer.Serialize(proposal);
        if (payload != Payload)
            ReadOverBy = null; // of another text
        (Subject, Code, Payload, Revision) = (proposal.Subject, proposal.Code, payload, Revision + 1);
    }

    /// <summary>Something that goes with it was changed: who read it before has to look again.</summary>
    public void Touch() => Revision++;

    public void Adopt(DateOnly? on, DateTimeOffset? at) => (AdoptedOn, AdoptedAt) = (on, at);
}

/// <summary>What somebody of the Commission says of a proposal. It stays, as it was said.</summary>
public sealed class ProposalRemark
{
    public const int LongestText = 4000;

    public required Guid Id { get; init; }

    public required ProposalId ProposalId { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}

internal sealed class StoredProposalConfiguration : IEntityTypeConfiguration<StoredProposal>, IEntityTypeConfiguration<ProposalRemark>
{
    public void Configure(EntityTypeBuilder<StoredProposal> proposal)
    {
        proposal.ToTable("proposals");
        proposal.HasKey(p => p.Id);
        proposal.Property(p => p.Id).ValueGeneratedNever();
        proposal.Property(p => p.Number).HasMaxLength(32);
        proposal.HasIndex(p => p.Number).IsUnique();
        proposal.Property(p => p.Subject).HasConversion<string>().HasMaxLength(16);
        proposal.Property(p => p.Code).HasMaxLength(Proposal.LongestCode);
        proposal.HasIndex(p => new { p.Subject, p.Code });
        proposal.Property(p => p.Payload);
        proposal.Property(p => p.Stage).HasConversion<string>().HasMaxLength(16);
        proposal.Property(p => p.ItemId);
        proposal.Property(p => p.MeetingId);
        proposal.HasIndex(p => p.MeetingId);
        proposal.Property(p => p.AdoptedOn);
        proposal.Property(p => p.AdoptedAt);
        proposal.Property(p => p.CreatedAt);
        proposal.Property(p => p.ReadOverBy);
        proposal.Property(p => p.Revision).IsConcurrencyToken();
        proposal.Ignore(p => p.Course);
    }

    public void Configure(EntityTypeBuilder<ProposalRemark> remark)
    {
        remark.ToTable("proposal_remarks");
        remark.HasKey(r => r.Id);
        remark.Property(r => r.Id).ValueGeneratedNever();
        remark.HasOne<StoredProposal>().WithMany().HasForeignKey(r => r.ProposalId).OnDelete(DeleteBehavior.Cascade);
        remark.Property(r => r.By);
        remark.Property(r => r.At);
        remark.Property(r => r.Text).HasMaxLength(ProposalRemark.LongestText);
    }
}
