using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Import;

/// <summary>One row of the members' sheet, each cell read for itself.</summary>
/// <param name="Seat">Null for someone who holds an office and no seat.</param>
/// <param name="Chambers">Numbers of restricted chambers of the seat's section; empty to leave the chambers as they are.</param>
/// <param name="ChamberRole">chair, substituteChair or null.</param>
/// <param name="Office">president, vicePresident, secretariat, jurist or null.</param>
internal sealed record MemberRow(
    int Row, SeatKey? Seat, bool IsSubstitute, ImmutableArray<int> Chambers, string? ChamberRole, string GivenName, string FamilyName, string Email,
    string Language, ImmutableArray<string> PassiveLanguages, DateOnly? From, DateOnly? Until, string? Office)
{
    /// <summary>Null to leave the number that is known.</summary>
    public string? Telephone { get; init; }
}

internal readonly record struct SeatKey(string Section, GroupCode Group, int Number)
{
    /// <summary>«FR · Arts experts 4», in the language of the reader.</summary>
    public string InWords(LegalComposition law) => $"{Section.ToUpperInvariant()} · {law.GroupName(Group, Language.Current.Code)} {Number}";
}
