using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Which item of which meeting a possible conflict is about, and what became of it.</summary>
public sealed partial class ConflictFacts(PlanSentences sentences, IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ConflictLine Line { get; set; }

    /// <summary>The member is named too.</summary>
    [Parameter]
    public bool IsOfAnother { get; set; }
}
