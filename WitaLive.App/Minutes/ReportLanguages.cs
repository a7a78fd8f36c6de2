using WitaLive.App.Languages;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Minutes;

/// <summary>In which languages a report is written: the section's for a restricted chamber, both otherwise.</summary>
/// <remarks>Source: rules of procedure, art. 39. A chamber formed for a language that is no section's debates in that one; its report is written in the setting's (O-19).</remarks>
public sealed class ReportLanguages(RuleBook rules)
{
    /// <summary>At least one, the first one first.</summary>
    public ImmutableArray<string> Of(MeetingReport report)
    {
        var plan = report.Plan;
        var spoken = plan.Languages.Where(l => Language.Find(l) is not null && (plan.Languages.Length > 1 || IsOfASection(plan, l))).ToImmutableArray();
        if (!spoken.IsEmpty)
            return spoken;
        var settings = rules.On(plan.StartsAt.DayInBrussels()).OpenPoints;
        return [settings.Find("adHocReportLanguage") is null ? plan.Languages.FirstOrDefault(Language.Fallback.Code) : settings.Read<string>("adHocReportLanguage")];
    }

    private static bool IsOfASection(MeetingPlan plan, string language) => plan.Seats.Any(seat => seat.Section == language);
}
