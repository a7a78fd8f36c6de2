using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

// What is being asked for on the page of a seat; null for what was left out or is no day.

public sealed record Appointing(PersonId? Effective, PersonId? Substitute, DateOnly? From, DateOnly? Until);

public enum ChangeAct
{
    Succeed,
    Replace,
    End,
}

/// <param name="Effective">Who replaces; for a replacement only.</param>
public sealed record Changing(ChangeAct Act, DateOnly? LastDay, MandateEnding Why, PersonId? Effective, PersonId? Substitute);

public sealed record Suspending(PersonId? Person, DateOnly? From, DateOnly? Until, string Reason);
