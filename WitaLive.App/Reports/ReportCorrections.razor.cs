using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Minutes;

namespace WitaLive.App.Reports;

/// <summary>What a secretary can put right in the facts of a report that is not closed. It belongs to the form round it.</summary>
public sealed partial class ReportCorrections(CorrectableFacts facts, IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MeetingReport Report { get; set; }

    /// <summary>The fact whose correction was refused.</summary>
    [Parameter]
    public string? Refused { get; set; }

    /// <summary>Why it was.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What was typed when something was refused; null otherwise.</summary>
    [Parameter]
    public IFormCollection? Form { get; set; }

    private static string Id(CorrectableFact fact, string field) => CorrectableFacts.Field(fact.Key, field).Replace(':', '-');

    private static string Time(DateTimeOffset at) => at.InBrussels().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private bool IsAsked(CorrectableFact fact) => Refused == fact.Key || Typed(fact, "reason", "").Length > 0;

    private string Typed(CorrectableFact fact, string field, string now) =>
        Form is { } form && form.TryGetValue(CorrectableFacts.Field(fact.Key, field), out var typed) ? typed.ToString() : now;
}
