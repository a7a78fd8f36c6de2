using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;

namespace WitaLive.App.Measures;

/// <summary>Something that somebody holds and that a chamber can take from them.</summary>
/// <param name="Language">The language in which it is dealt with; null when nothing says.</param>
/// <param name="WhyNot">Why nothing can be asked against it any more; null when something can.</param>
public sealed record MeasuredThing(Guid Id, string Number, string Holder, PersonId? HolderId, string? Language, string? Domain, Refusal? WhyNot)
{
    /// <summary>Since when it is held: nothing was asked against it before.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether whoever holds it is served by letter: they have no account, and nothing here reaches them otherwise.</summary>
    public bool IsByLetter => HolderId is null;

    /// <summary>It was there when the measure was asked for, and is no more.</summary>
    public bool IsGone { get; init; }
}

internal static class MeasureSubjects
{
    /// <summary>What has this number, with the kind of file in which a measure against it is asked for; null when nothing has.</summary>
    public static async Task<(string Kind, Guid Id)?> OfNumberAsync(this IEnumerable<IMeasureSubject> subjects, WitaLiveDb db, string number, CancellationToken ct)
    {
        foreach (var subject in subjects)
        {
            if (await subject.OfNumberAsync(db, number, ct) is { } id)
                return (subject.Kind, id);
        }
        return null;
    }
}

/// <summary>A feature whose things can be suspended or annulled. Each keeps the measure that holds beside the thing itself.</summary>
public interface IMeasureSubject
{
    /// <summary>The kind of file in which a measure is asked for.</summary>
    string Kind { get; }

    /// <summary>Null when there is none.</summary>
    Task<MeasuredThing?> FindAsync(WitaLiveDb db, Guid id, CancellationToken ct);

    /// <summary>The one with this number, however it is written in capitals; null when there is none.</summary>
    Task<Guid?> OfNumberAsync(WitaLiveDb db, string number, CancellationToken ct);

    /// <summary>Notes the measure that holds, or that none does; the caller saves.</summary>
    Task PutAsync(WitaLiveDb db, Guid id, Sanction? sanction, CancellationToken ct);
}
