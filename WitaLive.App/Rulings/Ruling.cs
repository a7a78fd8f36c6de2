using System.Linq.Expressions;
using System.Text.Json;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>The reasoned decision on a file: drafted from what the room concluded, perhaps read over, signed; from then on nothing in it changes.</summary>
public sealed class Ruling
{
    public required Guid Id { get; init; }

    public required FileId FileId { get; init; }

    public required MeetingId MeetingId { get; init; }

    /// <summary>1 for the decision of the room, more for what corrects it. Unique within the file.</summary>
    public required int Number { get; init; }

    /// <summary>What it corrects.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Why it corrects it, in the words of the letter.</summary>
    public string? Correction { get; init; }

    /// <summary>What was concluded, which nobody writes. Only of a draft that carries out a judgment they change, when a later one takes its place.</summary>
    public required string FactsAsKept { get; set; }

    public required string TextAsKept { get; set; }

    /// <summary>Everyone who wrote in it, as ids with spaces between.</summary>
    public required string WrittenBy { get; set; }

    public RulingStage Stage { get; set; }

    /// <summary>The lot of its file; see <see cref="ReadingLot"/>.</summary>
    public required bool IsDrawn { get; init; }

    public bool IsAsked { get; set; }

    /// <summary>Rises with every change: of two who write at once, one is told.</summary>
    public int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public PersonId? SignedBy { get; private set; }

    /// <summary>The letter as it was signed: a <see cref="RulingDocument"/>.</summary>
    public string? Document { get; private set; }

    /// <summary>Of the letter, SHA-256.</summary>
    public string? Hash { get; private set; }

    /// <summary>What proves the letter genuine; see <see cref="Attestations.CheckCode"/>.</summary>
    public string? Code { get; private set; }

    /// <summary>When the letter went out; its applicant reads it from then on.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The printed letter; null where nothing prints: the page does then.</summary>
    public Guid? PaperId { get; private set; }

    /// <summary>Whether the decision it points to holds no more: a correction takes its place once it is signed, the judgment of a court at once, whatever is still to be written.</summary>
    public static Expression<Func<Ruling, bool>> TakesPlace { get; } = ruling => ruling.ReplacesId != null && (ruling.Stage == RulingStage.Locked || ruling.Correction == null);

    /// <summary>Whether it carries out what a court judged.</summary>
    public bool IsOfCourt => ReplacesId is not null && Correction is null;

    public RulingFacts Facts => JsonSerializer.Deserialize<RulingFacts>(FactsAsKept)!;

    public RulingText Text
    {
        get => JsonSerializer.Deserialize<RulingText>(TextAsKept)!;
        set => TextAsKept = JsonSerializer.Serialize(value);
    }

    public ImmutableArray<PersonId> Writers => [.. WrittenBy.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(Guid.Parse(id)))];

    public RulingProgress Progress => new(Stage, Writers, IsDrawn, IsAsked);

    /// <summary>The signed letter; null before.</summary>
    public RulingDocument? Letter => Document is { } kept ? RulingDocument.Read(kept) : null;

    /// <summary>Whether what is kept is still what was signed.</summary>
    public bool IsAsSigned => Document is { } kept && RulingDocument.HashOf(kept) == Hash;

    public void Wrote(PersonId person)
    {
        if (!Writers.Contains(person))
            WrittenBy = $"{WrittenBy} {person.Value}".TrimStart();
    }

    /// <summary>Locks it.</summary>
    public void Sign(PersonId by, DateTimeOffset at, RulingDocument letter)
    {
        (Stage, SignedBy, SignedAt, Document, Code) = (RulingStage.Locked, by, at, letter.Written(), letter.Code);
        Hash = RulingDocument.HashOf(Document);
    }

    public void Send(DateTimeOffset at, Guid? paper) => (SentAt, PaperId) = (at, paper);
}

/// <summary>What a second reader found.</summary>
public sealed class RulingFinding
{
    public required Guid Id { get; init; }

    public required Guid RulingId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    /// <summary>Fit to be signed; otherwise it went back.</summary>
    public required bool Agrees { get; init; }

    public required string Text { get; init; }
}

/// <summary>That somebody signs the decisions of a meeting in which they took part, instead of the President.</summary>
public sealed class SigningDelegation
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public required PersonId GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}
