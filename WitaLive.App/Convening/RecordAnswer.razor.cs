using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Answers;
using WitaLive.Domain;
using WitaLive.Domain.Answers;

namespace WitaLive.App.Convening;

/// <summary>An answer as the secretariat was told it, by telephone perhaps.</summary>
public sealed record ToldAnswer(PersonId Person, AnswerKind Kind, string? Reason);

/// <summary>Takes down what someone has told the secretariat.</summary>
public sealed partial class RecordAnswer(AnswerWords words, IStringLocalizer<ConvocationTexts> texts) : ComponentBase
{
    private string _person = "";
    private AnswerKind _kind = AnswerKind.Present;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required ImmutableArray<ConvocationLine> Lines { get; set; }

    [Parameter]
    public EventCallback<ToldAnswer> OnRecord { get; set; }

    private ToldAnswer? Told => Guid.TryParse(_person, out var id) ? new(new(id), _kind, _reason) : null;

    private async Task RecordAsync()
    {
        if (Told is not { } told)
            return;
        await OnRecord.InvokeAsync(told);
        (_person, _reason) = ("", "");
    }
}
