using System.Text.Json;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Display;

/// <summary>The words the big screen's script puts round the figures, in the languages it shows side by side.</summary>
public sealed class DisplayWords(IStringLocalizer<DisplayTexts> texts, Names names, RuleBook rules, TimeProvider clock)
{
    private const int SideBySide = 2;

    /// <summary>The meeting's own languages first; beside a single one that of another section.</summary>
    /// <param name="plan">Null while there is no meeting to show.</param>
    public ImmutableArray<string> Languages(MeetingPlan? plan) =>
        [.. (plan?.Languages ?? []).Concat(Sections((plan?.StartsAt ?? clock.GetUtcNow()).DayInBrussels())).Distinct().Take(SideBySide)];

    private IEnumerable<string> Sections(DateOnly day) => rules.On(day).Composition.Sections.Select(s => s.Code);

    // What is added during the meeting may put outcomes to the vote that the agenda as planned does not know.
    private static bool IsOutcome(string key) => key.StartsWith("outcome.", StringComparison.Ordinal);

    /// <summary>By language, then by key: texts under their names, groups and outcomes under theirs.</summary>
    public string AsJson(MeetingPlan plan) => JsonSerializer.Serialize(Languages(plan).ToDictionary(language => language, language => ReceiverLanguage.Run(language, () =>
        texts.GetAllStrings(includeParentCultures: true).ToDictionary(t => t.Name, t => t.Value)
            .Concat(plan.Seats.Select(s => s.Group).Distinct().Select(g => KeyValuePair.Create($"group.{g}", names.Of(g))))
            .Concat(plan.Quorum.Blocs.Select(b => KeyValuePair.Create($"bloc.{b.Name}", names.Of($"bloc.{b.Name}"))))
            .Concat(plan.Agenda.SelectMany(i => i.Outcomes).Select(o => $"outcome.{o}").Union(names.Keys.Where(IsOutcome)).Select(o => KeyValuePair.Create(o, names.Of(o))))
            .ToDictionary(t => t.Key, t => t.Value))));
}
