using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Simulators;

/// <summary>Counts for anyone until when a decision is due, by the rule in force on the day the file was complete.</summary>
public sealed class DeadlineSimulator(RuleBook book, Names names, IStringLocalizer<SimulatorTexts> texts)
{
    public DecisionTime RuleOn(DateOnly day) => book.On(day).Procedure.Decision;

    /// <summary>The answer, or null with the reasons in <paramref name="errors"/>.</summary>
    public DeadlineAnswer? Answer(DeadlineForm form, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var complete = Fields.Day(form.CompleteOn, "completeOn", errors);
        if (form.Pauses is null)
            errors.Add("pauses", "Missing");
        var pauses = (form.Pauses ?? []).Select((pause, i) => Read(pause, string.Create(CultureInfo.InvariantCulture, $"pauses[{i}]"), errors)).ToList();
        if (errors.Any || complete is not { } completeOn)
            return null;

        var rule = RuleOn(completeOn);
        var due = DueDate.Count(rule, completeOn, pauses.OfType<Pause>());
        return new(due.DueOn, [.. Working(rule, due)], [.. rule.Source.Select(source => names.OfSource(source))]);
    }

    private static Pause? Read(PauseForm pause, string field, FieldErrors errors)
    {
        var (from, to) = (Fields.Day(pause.From, $"{field}.from", errors), Fields.Day(pause.To, $"{field}.to", errors));
        if (from is null || to is null)
            return null;
        if (from <= to)
            return new(from.Value, to.Value);
        errors.Add($"{field}.to", "EndBeforeStart");
        return null;
    }

    private IEnumerable<string> Working(DecisionTime rule, DueDate due)
    {
        yield return texts["DeadlineSpan", due.CompleteOn.ToShortDay(), due.WithoutStops.ToShortDay(), rule.Months, due.Days];
        foreach (var stop in due.Stops)
            yield return texts[$"Deadline{stop.Reason}", stop.From.ToShortDay(), stop.To.ToShortDay(), stop.Days];
        if (due.Stops.IsEmpty)
            yield return texts["DeadlineNoStop"];
        yield return texts["DeadlineSum", due.Days, due.Stops.Sum(stop => stop.Days), due.DueOn.ToShortDay()];
    }
}
