using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Chambers;

/// <summary>One voice of one group in one section, and who has held it. No two mandates hold it on the same day.</summary>
/// <param name="section">The language role it belongs to: fr or nl.</param>
/// <param name="number">From 1, within the section and group.</param>
/// <param name="body">The body that fills it, where the law names one (ONSS, INASTI, ONEM, a Community); otherwise null.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 2 § 1.</remarks>
public sealed class Seat(SeatId id, string section, GroupCode group, int number, string? body = null)
{
    private readonly List<Mandate> _mandates = [];

    public SeatId Id { get; } = id;

    public string Section { get; } = section;

    public GroupCode Group { get; } = group;

    public int Number { get; } = number >= 1 ? number : throw new ArgumentOutOfRangeException(nameof(number), number, "Seats are numbered from 1.");

    public string? Body { get; } = body;

    /// <summary>Counts the changes of the mandates, so that two writers at once cannot both appoint.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<Mandate> Mandates => _mandates;

    public Mandate? MandateOn(DateOnly day) => _mandates.Find(m => m.Term.Contains(day));

    public Result<Mandate> Appoint(MandateId mandate, PersonId effective, PersonId? substitute, Term term)
    {
        if (effective == substitute)
            return new SamePersonTwice(effective);
        if (_mandates.Find(m => m.Term.Overlaps(term)) is { } taken)
            return new SeatTaken(Id, taken.Id, taken.Term.From, taken.Term.Until);

        var appointed = new Mandate(mandate, Id, effective, substitute, term);
        _mandates.Add(appointed);
        Revision++;
        return appointed;
    }

    /// <summary>Gives the seat to a duo for a term that the rules allow.</summary>
    public Result<Mandate> Appoint(MandateId mandate, PersonId effective, PersonId? substitute, DateOnly from, DateOnly until, MandateRule rules)
    {
        if (until < from)
            return new EndsBeforeItBegins();
        return until > rules.LatestEnd(from) ? new TermTooLong(rules.LatestEnd(from)) : Appoint(mandate, effective, substitute, new Term(from, until));
    }

    /// <summary>Ends a mandate early: whoever replaces the duo is appointed from the day after.</summary>
    /// <param name="lastDay">The last day of the mandate, within its term.</param>
    public Result<Mandate> End(MandateId mandate, DateOnly lastDay, MandateEnding? why = null)
    {
        if (_mandates.Find(m => m.Id == mandate) is not { } ending)
            return new NoSuchMandate(mandate);
        if (!ending.Term.Contains(lastDay))
            return new DayOutsideTerm(lastDay, ending.Term.From, ending.Term.Until);

        ending.EndOn(lastDay, why);
        Revision++;
        return ending;
    }

    /// <summary>Ends a mandate early and gives what is left of its term to another duo: a replacement finishes the mandate.</summary>
    /// <param name="lastDay">The last day of the one replaced, before the end of its term.</param>
    /// <remarks>Source: royal decree of 13 March 2023, art. 8; ministerial decree of 23 June 2023, art. 3, 5, 7, 9 and 11.</remarks>
    public Result<Mandate> Replace(MandateId mandate, DateOnly lastDay, MandateEnding why, MandateId replacement, PersonId effective, PersonId? substitute)
    {
        if (effective == substitute)
            return new SamePersonTwice(effective);
        if (_mandates.Find(m => m.Id == mandate) is not { } ending)
            return new NoSuchMandate(mandate);
        var term = ending.Term;
        if (lastDay == term.Until || End(mandate, lastDay, why) is Result<Mandate>.Refused)
            return new DayOutsideTerm(lastDay, term.From, term.Until?.AddDays(-1));

        var rest = new Mandate(replacement, Id, effective, substitute, new Term(lastDay.AddDays(1), term.Until));
        _mandates.Add(rest);
        return rest;
    }

    /// <summary>The effective member leaves and the substitute takes over at once, for what is left of the term and as yet without a substitute.</summary>
    /// <remarks>Source: ministerial decree of 23 June 2023, art. 3 § 1.</remarks>
    public Result<Mandate> Succeed(MandateId mandate, DateOnly lastDay, MandateEnding why, MandateId replacement, MandateRule rules)
    {
        if (!rules.SubstituteSucceeds.Contains(Group))
            return new NoSuccessionHere();
        if (_mandates.Find(m => m.Id == mandate) is not { } ending)
            return new NoSuchMandate(mandate);
        return ending.Substitute is { } successor ? Replace(mandate, lastDay, why, replacement, successor, null) : new NoSubstituteToSucceed();
    }

    public Result<Suspension> Suspend(MandateId mandate, PersonId person, DateOnly from, DateOnly? until, string reason) =>
        Change(mandate, running => running.Suspend(person, from, until, reason));

    /// <param name="lastDay">The last day of the suspension.</param>
    public Result<Suspension> Lift(MandateId mandate, int suspension, DateOnly lastDay) => Change(mandate, running => running.Lift(suspension, lastDay));

    private Result<Suspension> Change(MandateId mandate, Func<Mandate, Result<Suspension>> change)
    {
        if (_mandates.Find(m => m.Id == mandate) is not { } running)
            return new NoSuchMandate(mandate);
        Revision++;
        return change(running);
    }
}
