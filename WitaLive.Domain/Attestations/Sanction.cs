using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Attestations;

/// <summary>A measure that holds against an attestation or a registration.</summary>
/// <param name="Outcome">suspension or annulment.</param>
/// <param name="From">The day it was decided.</param>
/// <param name="Until">The last day of a suspension, while the decision is not notified unknown; of an annulment, the last day of the ban on asking anew, if there is one.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 19 and 28.</remarks>
public readonly record struct Sanction(string Outcome, DateOnly From, DateOnly? Until)
{
    /// <summary>What was annulled never existed, whatever the day.</summary>
    public bool IsAnnulment => Outcome == MeasureRule.Annulment;

    public bool Suspends(DateOnly day) => Outcome == MeasureRule.Suspension && From <= day && !(Until < day);

    /// <summary>What is left of what it would be worth without the measure.</summary>
    public Standing On(DateOnly day, Standing otherwise) =>
        IsAnnulment ? Standing.Annulled : otherwise is Standing.Valid or Standing.Kept && Suspends(day) ? Standing.Suspended : otherwise;

    /// <summary>The one that holds when several were decided: an annulment, or else the suspension that lasts longest. Those that an appeal did away with are left out by who asks.</summary>
    public static Sanction? Strongest(IEnumerable<Sanction> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var all = decided.Where(one => one.IsAnnulment || one.Outcome == MeasureRule.Suspension).OrderByDescending(one => one.IsAnnulment).ThenByDescending(one => one.Until ?? DateOnly.MaxValue).ToList();
        return all.Count == 0 ? null : all[0];
    }
}
