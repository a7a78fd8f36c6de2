using System.Text.Json;
using Microsoft.Extensions.Localization;
using WitaLive.App.Mail;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Display;

/// <summary>The words the big screen's script puts round the figures, in the languages it shows side by side.</summary>
public sealed class DisplayWords(IStringLocalizer<DisplayTexts> texts, Names names)
{
    private static readonly string[] s_sections = ["fr", "nl"];

    /// <summary>The meeting's own languages first; a second one beside a single one.</summary>
    public static ImmutableArray<string> Languages(MeetingPlan plan) =>
        [.. plan.Languages.Concat(s_sections).Distinct().Take(2)];

    /// <summary>By language, then by key: texts under their names, groups and outcomes under theirs.</summary>
    public string AsJson(MeetingPlan plan) => JsonSerializer.Serialize(Languages(plan).ToDictionary(language => language, language => ReceiverLanguage.Run(language, () =>
        texts.GetAllStrings(includeParentCultures: true).ToDictionary(t => t.Name, t => t.Value)
            .Concat(plan.Seats.Select(s => s.Group).Distinct().Select(g => KeyValuePair.Create($"group.{g}", names.Of(g))))
            .Concat(plan.Quorum.Blocs.Select(b => KeyValuePair.Create($"bloc.{b.Name}", names.Of($"bloc.{b.Name}"))))
            .Concat(plan.Agenda.SelectMany(i => i.Outcomes).Distinct().Select(o => KeyValuePair.Create($"outcome.{o}", names.Of($"outcome.{o}"))))
            .ToDictionary(t => t.Key, t => t.Value))));
}
