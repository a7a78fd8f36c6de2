using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Answers;
using WitaLive.App.Mail;

namespace WitaLive.App.Convening;

/// <summary>Each one invited: convocation sent, delivered or failed, papers opened, answer.</summary>
public sealed partial class ConvocationTable(Qualities qualities, AnswerWords words, IStringLocalizer<ConvocationTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Guid Meeting { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<ConvocationLine> Lines { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback<ConvocationLine> OnSendAgain { get; set; }

    private string StateOf(ConvocationLine line) => line switch
    {
        { Row: null } => texts[line.Invited.IsSubstitute ? "StateOnCall" : "StateNotYet"],
        { Mail: { } mail } => texts[$"State{mail}"],
        _ => texts["StateNoAddress"],
    };

    private static string ColourOf(ConvocationLine line) => line switch
    {
        { Mail: MailState.Sent } => "badge-done",
        { Row: null, Invited.IsSubstitute: true } => "",
        { Row: null } or { Mail: MailState.Retrying } => "badge-warning",
        { Mail: null or MailState.Failed } => "badge-problem",
        _ => "badge-accent",
    };
}
