namespace WitaLive.Domain.Answers;

/// <summary>The two who share a seat, in one meeting: who was convened, what each has said, and what follows from the next word.</summary>
/// <param name="Substitute">Null where there is none, and for whoever comes by office.</param>
/// <param name="Said">The last word of each who has answered.</param>
/// <param name="Convened">Who of the two has been convened.</param>
/// <remarks>Source: rules of procedure, art. 6 § 1 to 4: the effective member warns the substitute, who warns the secretariat.</remarks>
public sealed record Duo(
    PersonId Effective, PersonId? Substitute, ImmutableDictionary<PersonId, AnswerKind> Said, ImmutableHashSet<PersonId> Convened)
{
    /// <summary>Both have said that they do not come, or the one there is.</summary>
    public bool IsAway => HasRefused(Effective) && (Substitute is not { } substitute || HasRefused(substitute));

    /// <summary>The other of the two; null when there is none.</summary>
    public PersonId? PartnerOf(PersonId person) => person == Effective ? Substitute : Effective;

    /// <summary>What follows from an answer; or why it cannot be given.</summary>
    /// <param name="now">UTC.</param>
    public Result<ImmutableArray<Consequence>> Hear(Answer answer, Asking asking, DateTimeOffset now)
    {
        if (answer.Person != Effective && answer.Person != Substitute)
            return new NotConvened();
        if (!asking.IsOpenAt(now))
            return new AnswerTooLate();
        if (answer.Kind is AnswerKind.Online && !asking.IsOnlineToo)
            return new OnlineNotOffered();
        if (answer.Kind is AnswerKind.Partner && PartnerOf(answer.Person) is null)
            return new NoPartner();
        if (answer.Kind is AnswerKind.Absent && (string.IsNullOrWhiteSpace(answer.Reason) || answer.Reason.Trim().Length > Answer.LongestReason))
            return new AbsenceReasonMissing(Answer.LongestReason);

        return answer.Kind.Comes() ? AfterYes(answer.Person) : AfterNo(answer.Person);
    }

    // A «no» calls the other one at once. When that one has refused too, or there is none, the planner has to know, once.
    private ImmutableArray<Consequence> AfterNo(PersonId person)
    {
        if (PartnerToCall(person) is { } partner)
            return [new ConvenePartner(partner, person)];
        var after = this with { Said = Said.SetItem(person, AnswerKind.Absent) };
        return after.IsAway && !IsAway ? [new NobodyComes()] : [];
    }

    // The seat is the effective member's: who comes after all sends home whom the «no» had called.
    private ImmutableArray<Consequence> AfterYes(PersonId person) =>
        person == Effective && HasRefused(Effective) && Substitute is { } called && Convened.Contains(called) && !HasRefused(called)
            ? [new ReleasePartner(called, person)]
            : [];

    /// <summary>Whom a «no» of someone would convene; null when that one was convened already, has refused, or is not there.</summary>
    public PersonId? PartnerToCall(PersonId person) => PartnerOf(person) is { } partner && !Convened.Contains(partner) && !HasRefused(partner) ? partner : null;

    public bool HasRefused(PersonId person) => Said.TryGetValue(person, out var kind) && !kind.Comes();
}

/// <summary>What has to be done because of an answer, in the same transaction.</summary>
public abstract record Consequence;

/// <summary>The partner is convened, with the same papers.</summary>
public sealed record ConvenePartner(PersonId Person, PersonId InPlaceOf) : Consequence;

/// <summary>The partner need not come: the effective member does, after all.</summary>
public sealed record ReleasePartner(PersonId Person, PersonId Comes) : Consequence;

/// <summary>The seat stays empty: the planner is alarmed, and the effective member may give a proxy (royal decree, art. 4 § 3).</summary>
public sealed record NobodyComes : Consequence;
