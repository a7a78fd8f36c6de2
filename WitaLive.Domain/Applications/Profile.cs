using System.Diagnostics;
using System.Text.Json.Serialization;
using WitaLive.Domain.Principles;

namespace WitaLive.Domain.Applications;

/// <summary>What is done in an activity.</summary>
/// <remarks>Source: law of 16 December 2022, art. 2 and 7 § 4.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
public enum ActivityKind
{
    Artistic,
    Technical,
    Support,
}

/// <summary>What an income is paid for.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 4 and 5.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<IncomeKind>))]
public enum IncomeKind
{
    Professional,
    Rights,
    Prize,
    Indemnity,
}

/// <summary>Why somebody could not work.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 3 and 9.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<InactivityReason>))]
public enum InactivityReason
{
    Illness,
    WorkAccident,
    OccupationalDisease,
    Adoption,
    Maternity,
    Paternity,
}

/// <summary>A paper that shows something, and what it shows.</summary>
/// <param name="About">The id of an activity, an income or an inactivity; null for the profile itself.</param>
/// <param name="Size">Unit: bytes; 0 for a link.</param>
/// <param name="Link">Of what is shown elsewhere, its address; null for a paper.</param>
public sealed record Proof(ProofId Id, Guid? About, string Name, string ContentType, long Size, string? Link = null)
{
    /// <summary>Shows the work, and proves no amount: what stands behind an address may change.</summary>
    [JsonIgnore]
    public bool IsLink => Link is not null;

    /// <summary>Of the content, to know the same paper again; null for a link, and for what was added before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hash { get; init; }

    /// <summary>Whether both show the same thing, whatever they are called; where the content of one is not known, whether name and size are the same.</summary>
    public bool ShowsTheSame(Proof other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsLink || other.IsLink ? Link == other.Link : Size == other.Size && (Hash is null || other.Hash is null ? Name == other.Name : Hash == other.Hash);
    }
}

/// <summary>An entry of the cadastre, as it was on the day it was chosen.</summary>
public sealed record CadastreChoice(string Code, int Version);

/// <summary>An activity as its worker describes it, complete or not. Texts are empty where nothing was said.</summary>
/// <param name="Domain">One of the domains of the composition.</param>
/// <param name="Function">In the worker's own words.</param>
/// <param name="Entry">What the cadastre calls it; null where nothing was chosen from it.</param>
/// <param name="Contribution">What would be missing without it.</param>
/// <param name="Unseen">Unpaid work directly tied to it.</param>
public sealed record Activity(
    ActivityId Id, ActivityWeight Weight, string? Domain, ActivityKind? Kind, string Function, string Contribution,
    DateOnly? From, DateOnly? Until, string Project, string Principal, string Unseen,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CadastreChoice? Entry = null)
{
    [JsonIgnore]
    public bool IsComplete => Missing.IsEmpty;

    /// <summary>What has to be filled in, or put right, before it can be sent in; in the order of the page.</summary>
    [JsonIgnore]
    public ImmutableArray<LineField> Missing => LineFields.Of(
        (LineField.Domain, Domain is null), (LineField.Kind, Kind is null), (LineField.Function, Function.Length == 0), (LineField.Project, Project.Length == 0), (LineField.From, From is null),
        (LineField.Until, Until < From), (LineField.Contribution, Weight != ActivityWeight.Peripheral && Contribution.Length == 0));
}

/// <summary>What was received in a calendar year. Unit of the amount: euro, gross.</summary>
/// <param name="Work">From which work the money came.</param>
public sealed record IncomeLine(IncomeId Id, ActivityId? Activity, int? Year, decimal? Amount, IncomeKind? Kind, string Work)
{
    [JsonIgnore]
    public bool IsComplete => Missing.IsEmpty;

    /// <summary>Its year has not begun: nothing can have been received in it.</summary>
    public bool LiesAhead(DateOnly today) => Year > today.Year;

    /// <inheritdoc cref="Activity.Missing"/>
    [JsonIgnore]
    public ImmutableArray<LineField> Missing => LineFields.Of(
        (LineField.Year, Year is null), (LineField.Amount, Amount is null), (LineField.Kind, Kind is null), (LineField.Activity, Activity is null), (LineField.Work, Work.Length == 0));
}

/// <summary>A time without work.</summary>
public sealed record Inactivity(InactivityId Id, DateOnly? From, DateOnly? Until, InactivityReason? Reason)
{
    [JsonIgnore]
    public bool IsComplete => Missing.IsEmpty;

    /// <inheritdoc cref="Activity.Missing"/>
    [JsonIgnore]
    public ImmutableArray<LineField> Missing => LineFields.Of((LineField.From, From is null), (LineField.Until, Until is null || Until < From), (LineField.Reason, Reason is null));
}

/// <summary>What is to be known beside activities and income.</summary>
/// <param name="Performances">Of the last years, as many as the rule for starters says.</param>
public sealed record Background(
    string Presentation, string Training, string Links, bool HeldBefore, bool HeldPlus, bool HigherArtsDiploma, bool Plan, int Performances);

/// <summary>It was taken out of the profile meanwhile: there is nothing to change.</summary>
public sealed record LineGone : Refusal
{
    public Guid Line { get; init; }
}

/// <summary>The professional life of an arts worker, or the part of it that an application rests on.</summary>
public sealed record Profile(
    Background Background, ImmutableArray<Activity> Activities, ImmutableArray<IncomeLine> Incomes, ImmutableArray<Inactivity> Inactivities, ImmutableArray<Proof> Proofs)
{
    public IEnumerable<Proof> ProofsOf(Guid about) => Proofs.Where(proof => proof.About == about);

    /// <summary>That say of no line that they prove it.</summary>
    [JsonIgnore]
    public IEnumerable<Proof> ProofsOfNoLine => Proofs.Where(proof => proof.About is null);

    /// <summary>The national numbers that stand in its texts, where whoever prepares the file would read them, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> NationalNumbers => new[] { Background.Presentation, Background.Training, Background.Links }
        .Concat(Activities.SelectMany(a => new[] { a.Function, a.Contribution, a.Project, a.Principal, a.Unseen })).Concat(Incomes.Select(line => line.Work)).SelectMany(Anonymity.NationalNumbersIn).Distinct();

    /// <summary>What was added before and shows the same; null when nothing was.</summary>
    public Proof? AddedBefore(Proof proof) => Proofs.TakeWhile(one => one.Id != proof.Id).FirstOrDefault(proof.ShowsTheSame);

    /// <summary>With one of them standing with a line; as it was where there is no such line.</summary>
    public Profile Tie(ProofId id, Guid line) =>
        Activities.Any(one => one.Id.Value == line) || Incomes.Any(one => one.Id.Value == line) || Inactivities.Any(one => one.Id.Value == line)
            ? this with { Proofs = [.. Proofs.Select(proof => proof.Id == id ? proof with { About = line } : proof)] }
            : this;

    public Activity? ActivityOf(IncomeLine line) => Activities.FirstOrDefault(activity => activity.Id == line.Activity);

    public Result<Profile> With(ActivityId id, Func<Activity, Result<Activity>> change) => Changed(Activities, one => one.Id == id, id.Value, change, changed => this with { Activities = changed });

    public Result<Profile> With(IncomeId id, Func<IncomeLine, Result<IncomeLine>> change) => Changed(Incomes, one => one.Id == id, id.Value, change, changed => this with { Incomes = changed });

    public Result<Profile> With(InactivityId id, Func<Inactivity, Result<Inactivity>> change) => Changed(Inactivities, one => one.Id == id, id.Value, change, changed => this with { Inactivities = changed });

    private static Result<Profile> Changed<TLine>(ImmutableArray<TLine> lines, Predicate<TLine> isIt, Guid id, Func<TLine, Result<TLine>> change, Func<ImmutableArray<TLine>, Profile> with) where TLine : class =>
        lines.FirstOrDefault(one => isIt(one)) is not { } line ? new LineGone { Line = id } : change(line) switch
        {
            Result<TLine>.Ok(var changed) => with(lines.Replace(line, changed)),
            Result<TLine>.Refused(var why) => why,
            _ => throw new UnreachableException(),
        };

    /// <summary>Without one line and the proofs of it; income of an activity that goes is income of none.</summary>
    public Profile Without(Guid id) => this with
    {
        Activities = Activities.RemoveAll(one => one.Id.Value == id),
        Incomes = [.. Incomes.Where(one => one.Id.Value != id).Select(one => one.Activity?.Value == id ? one with { Activity = null } : one)],
        Inactivities = Inactivities.RemoveAll(one => one.Id.Value == id),
        Proofs = Proofs.RemoveAll(proof => proof.About == id),
    };

    /// <summary>The part that an application rests on: what was chosen, and the proofs of it.</summary>
    public Profile Only(IReadOnlySet<Guid> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return this with
        {
            Activities = Activities.RemoveAll(activity => !chosen.Contains(activity.Id.Value)),
            Incomes = Incomes.RemoveAll(line => !chosen.Contains(line.Id.Value)),
            Inactivities = Inactivities.RemoveAll(time => !chosen.Contains(time.Id.Value)),
            Proofs = Proofs.RemoveAll(proof => proof.About is { } about && !chosen.Contains(about)),
        };
    }

    /// <summary>With every line that an earlier one had and this one has no longer, and the proofs of it.</summary>
    public Profile WithMissingOf(Profile before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var all = this with
        {
            Activities = [.. Activities, .. before.Activities.ExceptBy(Activities.Select(one => one.Id), one => one.Id)],
            Incomes = [.. Incomes, .. before.Incomes.ExceptBy(Incomes.Select(one => one.Id), one => one.Id)],
            Inactivities = [.. Inactivities, .. before.Inactivities.ExceptBy(Inactivities.Select(one => one.Id), one => one.Id)],
        };
        var taken = before.Activities.Select(one => one.Id.Value).Concat(before.Incomes.Select(one => one.Id.Value)).Concat(before.Inactivities.Select(one => one.Id.Value))
            .Except(Activities.Select(one => one.Id.Value).Concat(Incomes.Select(one => one.Id.Value)).Concat(Inactivities.Select(one => one.Id.Value))).ToHashSet();
        return all with { Proofs = [.. Proofs, .. before.Proofs.Where(proof => proof.About is { } about && taken.Contains(about)).ExceptBy(Proofs.Select(proof => proof.Id), proof => proof.Id)] };
    }

    /// <summary>How many lines <see cref="WithMissingOf"/> would bring back.</summary>
    public int MissingOf(Profile before)
    {
        var all = WithMissingOf(before);
        return all.Activities.Length - Activities.Length + all.Incomes.Length - Incomes.Length + all.Inactivities.Length - Inactivities.Length;
    }
}
