using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Rulings;

/// <summary>Somebody who took part in a decision: voted, for their own seat or by proxy, or presided.</summary>
/// <param name="Group">Null for who presided without a seat.</param>
public sealed record Taker(PersonId Person, string Name, GroupCode? Group, bool Presided);

/// <summary>An activity of the application and what the room said of it.</summary>
/// <param name="IsAccepted">Null: it was not looked at by itself.</param>
/// <param name="Reason">A code of data/rules/files.json, of one that was not accepted.</param>
public sealed record JudgedActivity(ActivityId Id, string Function, string Project, string? Domain, bool? IsAccepted, string? Reason);

/// <summary>A sum that the law looks at, without what was not accepted, beside its threshold. Unit: euro, gross.</summary>
/// <param name="Years">How far it looks back.</param>
public sealed record CountedSum(Condition Condition, int Years, decimal Amount, decimal Threshold, bool IsAbove, ImmutableArray<string> Source);

/// <summary>Whose file a decision is about, as it was sent in.</summary>
/// <param name="Address">Where a letter reaches the applicant; empty for a file that came in from elsewhere.</param>
public sealed record RulingCase(FileId File, string Number, string Kind, string Applicant, string Address, string Language)
{
    /// <summary>Decided on an internal appeal, after which there is no other one (law, art. 5).</summary>
    public bool IsAppeal { get; init; }
}

/// <summary>A judgment in whose place a later one came.</summary>
public sealed record OverruledJudgment(string Court, DateOnly Day, string Outcome);

/// <summary>What a formation decided on a file: the facts of a reasoned decision. Nobody writes them; they are what the room concluded.</summary>
/// <param name="Formations">How the formation that sat is called, by language.</param>
/// <param name="Outcome">Carried by the ballot.</param>
/// <param name="Suggested">Reason codes to which the figures point, whatever the outcome.</param>
public sealed record RulingFacts(
    RulingCase Case, MeetingId Meeting, FormationCode Formation, ImmutableSortedDictionary<string, string> Formations, DateOnly DecidedOn, string Outcome,
    ImmutableArray<Taker> Takers, ImmutableArray<JudgedActivity> Activities, ImmutableArray<CountedSum> Sums, ImmutableArray<string> Suggested)
{
    private static readonly ImmutableArray<Condition> s_sums = [Condition.AlwaysProfessional, Condition.Enough, Condition.PlusFirst, Condition.PlusLater];

    /// <summary>The court whose judgment took the place of the decision before; null for a decision of the Commission.</summary>
    public string? Court { get; init; }

    /// <summary>The judgments before it, the first one first.</summary>
    public ImmutableArray<OverruledJudgment> Overruled { get; init; } = [];

    /// <summary>Who applied held an attestation before.</summary>
    public bool HeldBefore { get; init; }

    public bool TookPart(PersonId person) => Takers.Any(taker => taker.Person == person);

    /// <summary>From a meeting that has concluded.</summary>
    /// <param name="meeting">As it is at its end.</param>
    /// <param name="concluded">The conclusion that stands.</param>
    /// <param name="profile">What was sent in; null for a file that came in from elsewhere: its decision has no activities and no sums.</param>
    /// <param name="filedOn">The day from which the sums look back.</param>
    /// <param name="rules">Of the day it was filed, as the room counted.</param>
    /// <exception cref="ArgumentException">The conclusion decides nothing.</exception>
    public static RulingFacts Of(MeetingId id, Meeting meeting, ItemConcluded concluded, RulingCase file, DateOnly decidedOn, Profile? profile, DateOnly filedOn, RulesInForce rules)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(concluded);
        ArgumentNullException.ThrowIfNull(rules);
        if (concluded is not { Kind: ConclusionKind.Decided, Outcome: { } outcome } || meeting is not { Plan: { } plan })
            throw new ArgumentException("Nothing was decided.", nameof(concluded));
        var marks = meeting.ItemOf(concluded.Item)?.Marks ?? [];
        var facts = new RulingFacts(file, id, plan.Formation, plan.Titles, decidedOn, outcome, TakersOf(meeting, concluded), [], [], []);
        if (profile is null)
            return facts;
        var estimate = Estimate.Of(profile, filedOn, rules, marks.Where(mark => !mark.IsAccepted).Select(mark => mark.Activity).ToHashSet());
        facts = facts with
        {
            HeldBefore = profile.Background.HeldBefore,
            Activities = [.. profile.Activities.Select(one => Judged(one, marks.FirstOrDefault(mark => mark.Activity == one.Id)))],
            Sums = [.. estimate.Eligibility.Reasons.Where(reason => s_sums.Contains(reason.Condition))
                .Select(reason => new CountedSum(reason.Condition, reason.Years, estimate.Practice.Core(reason.Years), reason.Amount, reason.Met, reason.Source))],
        };
        return facts with { Suggested = [.. facts.PointedTo()] };
    }

    /// <summary>What a court judged on the same file, in place of what was decided.</summary>
    /// <remarks>Source: law of 16 December 2022, art. 6. Nobody of the Commission took part in it: only an office signs its execution.</remarks>
    public RulingFacts JudgedBy(string court, DateOnly day, string outcome) => this with
    {
        Court = court, DecidedOn = day, Outcome = outcome, Overruled = Court is null ? [] : Overruled.Add(new(Court, DecidedOn, Outcome)), Formations = ImmutableSortedDictionary<string, string>.Empty, Takers = [], Suggested = [],
        Activities = [], Sums = [], // what the chamber made of them is what was judged; the judgment says why
    };

    // A conclusion rests on the roll of its ballot, whoever came and went later; and on who presided, whose act it was.
    private static ImmutableArray<Taker> TakersOf(Meeting meeting, ItemConcluded concluded)
    {
        var roll = meeting.Ballots.FirstOrDefault(ballot => ballot.Id == concluded.Ballot)?.Result?.Seats ?? [];
        var voters = roll.Select(seat => new Taker(seat.Voter, meeting.NameOf(seat.Voter), meeting.SeatOf(seat.Voter)?.Group ?? seat.Group, seat.Voter == concluded.By)).DistinctBy(taker => taker.Person).ToList();
        var presided = meeting.Plan!.Presiders.FirstOrDefault(presider => presider.Person == concluded.By);
        return presided is null || voters.Exists(taker => taker.Presided) ? [.. voters] : [.. voters, new Taker(presided.Person, meeting.NameOf(presided.Person), null, Presided: true)];
    }

    private static JudgedActivity Judged(Activity activity, ActivityMark? mark) =>
        new(activity.Id, activity.Function, activity.Project, activity.Domain, mark?.IsAccepted, mark?.IsAccepted == false ? mark.Reason : null);

    /// <summary>Whether a reason says what the same letter, or what is known of who applied, denies. It can be right all the same, when figures came in by another way: whoever writes, reads or signs looks at both.</summary>
    public bool IsDenied(string reason) => reason switch
    {
        "plusIncome" => Sums.Any(IsOfPlus) && !ReachesPlus,
        "plusNotReached" => ReachesPlus,
        "presumedProfessional" => Sums.Any(sum => sum is { Condition: Condition.AlwaysProfessional, IsAbove: false }),
        "incomeTooLow" => Sums.Any(sum => sum is { Condition: Condition.Enough, IsAbove: true }),
        "starterConditions" => HeldBefore,
        "noActivityAccepted" => Activities.Any(activity => activity.IsAccepted == true),
        _ => false,
    };

    private bool ReachesPlus => Sums.Any(sum => IsOfPlus(sum) && sum.IsAbove);

    private static bool IsOfPlus(CountedSum sum) => sum.Condition is Condition.PlusFirst or Condition.PlusLater;

    // What the figures show; what is a matter of judgement is the writer's to say.
    private IEnumerable<string> PointedTo()
    {
        var plus = ReachesPlus;
        yield return plus ? "plusIncome" : "plusNotReached";
        if (Sums.Any(sum => sum is { Condition: Condition.AlwaysProfessional, IsAbove: true }))
            yield return "presumedProfessional";
        if (Sums.Any(sum => sum is { Condition: Condition.Enough, IsAbove: false }))
            yield return "incomeTooLow";
        if (Activities.Length > 0 && Activities.All(activity => activity.IsAccepted == false))
            yield return "noActivityAccepted";
        if (!HeldBefore)
            yield return "starterConditions";
    }
}
