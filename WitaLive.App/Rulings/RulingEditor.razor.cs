using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>What is written beside the facts: reasons by their codes, a motivation, a text on each activity.</summary>
public sealed partial class RulingEditor(Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private readonly Dictionary<ActivityId, string> _on = [];
    private HashSet<string> _reasons = [];
    private string _motivation = "";

    [Parameter, EditorRequired]
    public required RulingSheet Sheet { get; set; }

    [Parameter]
    public EventCallback<RulingText> OnWrite { get; set; }

    [Parameter]
    public EventCallback<RulingText> OnHandIn { get; set; }

    private string LanguageName => Language.Find(Sheet.Facts.Case.Language)?.Name ?? Sheet.Facts.Case.Language;

    // What is typed here is the page's alone until it is kept: then the editor is made anew.
    protected override void OnInitialized()
    {
        (_reasons, _motivation) = ([.. Sheet.Text.Reasons], Sheet.Text.Motivation);
        foreach (var (activity, text) in Sheet.Text.OnActivities)
            _on[activity] = text;
    }

    private Task WriteAsync() => OnWrite.InvokeAsync(Written());

    private Task HandInAsync() => OnHandIn.InvokeAsync(Written());

    private RulingText Written() => new([.. _reasons], _motivation, _on.ToImmutableDictionary());

    private void Choose(string code, bool isChosen)
    {
        if (isChosen)
            _reasons.Add(code);
        else
            _reasons.Remove(code);
    }

    private string Verdict(JudgedActivity activity) => activity switch
    {
        { IsAccepted: true } => texts["Accepted"],
        { IsAccepted: false, Reason: { } reason } => texts["NotAccepted", names.Of($"activityInLetter.{reason}")],
        { IsAccepted: false } => texts["NotAcceptedOnly"],
        _ => texts["NotMarked"],
    };
}
