using System.Text.Json.Serialization;

namespace WitaLive.Domain.Chambers;

[JsonConverter(typeof(IdConverter<OfficeId>))]
public readonly record struct OfficeId(Guid Value) : IId<OfficeId>
{
    public static OfficeId From(Guid value) => new(value);
}

/// <summary>The President or the vice-president of the Commission, for a term. Neither has a vote.</summary>
/// <remarks>Source: law of 16 December 2022, art. 3 §§ 1 and 3; royal decree of 13 March 2023, art. 7.</remarks>
public sealed class Office
{
    public Office(OfficeId id, ChairRole role, PersonId person, Term term) => (Id, Role, Person, Term) = (id, role, person, term);

    private Office() => Term = null!;

    public OfficeId Id { get; private set; }

    /// <summary><see cref="President"/> or <see cref="VicePresident"/>.</summary>
    public ChairRole Role { get; private set; }

    public PersonId Person { get; private set; }

    public Term Term { get; private set; }

    public static ChairRole President { get; } = new("president");

    public static ChairRole VicePresident { get; } = new("vicePresident");

    public void EndOn(DateOnly lastDay) => Term = new Term(Term.From, lastDay);
}
