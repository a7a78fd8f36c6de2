using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Chambers;

/// <summary>Seats, groups and chambers in the words of the reader.</summary>
public sealed class SeatWords(Names names, LegalComposition law, RuleBook rules, TimeProvider clock)
{
    /// <summary>The day it is in Brussels.</summary>
    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    public string Group(GroupCode group) => names.Of(group);

    public string Section(string section) => names.Of($"section.{section}");

    public string Domain(string domain) => names.Of($"domain.{domain}");

    public string Formation(FormationCode formation) => names.Of(formation);

    public string Office(ChairRole role) => names.Of(role);

    public string Secretariat => names.Of("secretariat");

    public string? Body(SeatOnDay seat) => seat.Body is { } body ? law.BodyName(body, Language.Current.Code) : null;

    public string SectionAndGroup(SeatOnDay seat) => $"{Section(seat.Section)} · {Group(seat.Group)}";

    /// <summary>«E 4 (FR)», or with its body «A 1 (ONSS, FR)».</summary>
    public string Brief(SeatOnDay seat)
    {
        var letter = rules.On(Today).Composition.Groups.FirstOrDefault(g => g.Code == seat.Group)?.Letter ?? seat.Group.Value;
        var section = seat.Section.ToUpperInvariant();
        return Body(seat) is { } body ? $"{letter} {seat.Number} ({body}, {section})" : $"{letter} {seat.Number} ({section})";
    }

    public string Domains(ChamberOnDay chamber) => string.Join(", ", chamber.Domains.Select(Domain));

    public string Chamber(ChamberOnDay chamber) => Meetings.ChamberTitles.Of(chamber, names, CultureInfo.CurrentUICulture);
}
