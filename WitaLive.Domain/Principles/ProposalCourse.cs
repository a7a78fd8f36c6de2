using System.Text.Json.Serialization;

namespace WitaLive.Domain.Principles;

[JsonConverter(typeof(JsonStringEnumConverter<ProposalStage>))]
public enum ProposalStage
{
    Draft,
    Discussed,
    OnAgenda,
    Adopted,
    Withdrawn,
}

/// <summary>How far a proposal is: written, discussed, before the plenary, adopted.</summary>
/// <param name="Item">The point under which it stands, or stood last.</param>
public sealed record ProposalCourse(ProposalStage Stage, ItemId? Item)
{
    public static ProposalCourse New { get; } = new(ProposalStage.Draft, null);

    /// <summary>What the plenary has before it changes no more.</summary>
    public bool CanBeWritten => Stage is ProposalStage.Draft or ProposalStage.Discussed;

    /// <param name="names">In how many places it names somebody.</param>
    /// <param name="isRead">Somebody says to have read it as one who would recognise people.</param>
    public Result<ProposalCourse> Propose(int names, bool isRead)
    {
        if (Stage is not ProposalStage.Draft)
            return new ProposalNotADraft();
        if (names > 0)
            return new ProposalNamesSomebody(names);
        return isRead ? new ProposalCourse(ProposalStage.Discussed, null) : new ProposalNotReadOver();
    }

    public Result<ProposalCourse> Place(ItemId item) => Stage is ProposalStage.Discussed ? new ProposalCourse(ProposalStage.OnAgenda, item) : new ProposalNotDiscussed();

    public ProposalCourse TakeOff() => Stage is ProposalStage.OnAgenda ? new(ProposalStage.Discussed, null) : this;

    /// <summary>The plenary has dealt with the point: what is not adopted is discussed further.</summary>
    public ProposalCourse Conclude(ItemId item, bool isAdopted) =>
        Stage is ProposalStage.OnAgenda && Item == item ? this with { Stage = isAdopted ? ProposalStage.Adopted : ProposalStage.Discussed } : this;

    /// <summary>The conclusion is taken back: the plenary still has it before it.</summary>
    public ProposalCourse Undo(ItemId item) => Stage is ProposalStage.Adopted or ProposalStage.Discussed && Item == item ? this with { Stage = ProposalStage.OnAgenda } : this;

    public Result<ProposalCourse> Withdraw() => CanBeWritten ? new ProposalCourse(ProposalStage.Withdrawn, null) : new ProposalNotToWithdraw();
}
