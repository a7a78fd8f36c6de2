using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Retention;

/// <summary>Why something is still kept.</summary>
public enum KeptFor
{
    /// <summary>Nothing is known of it that a period could be counted from.</summary>
    NothingKnown,

    /// <summary>Somebody has something to do with it: an application, an appeal, a measure, a decision to be sent.</summary>
    Running,

    /// <summary>A court has it.</summary>
    Court,

    /// <summary>An attestation, while it is held and some years after.</summary>
    Attestation,

    /// <summary>Some years after the last thing that happened.</summary>
    File,

    /// <summary>The draft of a decision that nobody has signed.</summary>
    Draft,

    /// <summary>A decision can still be appealed against.</summary>
    Appeal,

    /// <summary>A suspension, or a ban on asking anew.</summary>
    Measure,

    /// <summary>The account, some years after its last use.</summary>
    Account,

    /// <summary>A registration of an amateur, or of who engages them, that no account goes with.</summary>
    Registration,

    /// <summary>The proof that there was an attestation.</summary>
    Proof,

    /// <summary>What happened in a meeting.</summary>
    Meeting,
}

/// <summary>Until when something is kept, and what for.</summary>
/// <param name="Until">The last day; null while no end is in sight.</param>
public readonly record struct Kept(DateOnly? Until, KeptFor Why)
{
    /// <summary>Whether it is to be removed on a day. Once due, it is due on every later day.</summary>
    public bool IsDue(DateOnly day) => Until < day;

    /// <summary>What keeps longest.</summary>
    public static Kept Longest(IEnumerable<Kept> all) => all.DefaultIfEmpty(new(null, KeptFor.NothingKnown)).MaxBy(one => one.Until ?? DateOnly.MaxValue);

    /// <summary>The account and the profile of somebody, once no file of theirs is kept.</summary>
    /// <param name="lastUsedOn">When they last signed in, or when it was first looked whether they do.</param>
    /// <param name="files">What keeps their files; null where there are none.</param>
    public static Kept OfAccount(DateOnly lastUsedOn, Kept? files, RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var unused = new Kept(lastUsedOn.AddYears(rule.YearsUnused), KeptFor.Account);
        return files is { } kept ? Longest([unused, kept]) : unused;
    }

    /// <summary>A registration that no account goes with, once no file against it is kept.</summary>
    /// <param name="recordedOn">When the secretariat recorded it, whatever day it was made on; or when it was first looked for.</param>
    /// <param name="measure">What holds against it.</param>
    public static Kept OfRegistration(DateOnly recordedOn, MeasureOnRecord? measure, RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var recorded = new Kept(recordedOn.AddYears(rule.YearsOfRegistration), KeptFor.Registration);
        return measure is { } held ? Longest([recorded, new(held.Until, KeptFor.Measure)]) : recorded;
    }

    /// <summary>The proof that there was an attestation, once the files of its holder have gone.</summary>
    /// <param name="until">Its last day.</param>
    /// <param name="diedOn">When its holder died; null while nobody has told the Commission.</param>
    /// <remarks>Source: law of 16 December 2022, art. 4 § 4.</remarks>
    public static Kept OfProof(DateOnly until, DateOnly? diedOn, RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return diedOn is { } died
            ? Longest([new(died.AddYears(rule.YearsAfterDeath), KeptFor.Proof), new(until, KeptFor.Attestation)]) // whatever was noted, nothing goes that can still be shown
            : new(until.AddYears(rule.YearsOfProof), KeptFor.Proof);
    }

    /// <summary>What is written of a meeting: its journal, report, votes and attendance list.</summary>
    /// <param name="heldOn">The day of the meeting.</param>
    /// <param name="hasOpenFile">A file of its agenda is still to be decided.</param>
    /// <param name="years">The open point O-23.</param>
    public static Kept OfMeeting(DateOnly heldOn, bool hasOpenFile, int years) => hasOpenFile ? new(null, KeptFor.Running) : new(heldOn.AddYears(years), KeptFor.Meeting);
}
