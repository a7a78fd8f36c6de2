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

    /// <summary>Whether it was taken; what was refused stays in the form.</summary>
    [Parameter, EditorRequired]
    public required Func<ToldAnswer, Task<bool>> Record { get; set; }

    private ToldAnswer? Told => Guid.TryParse(_person, out var id) ? new(new(id), _kind, _reason) : null;

    private async Task RecordAsync()
    {
        if (Told is { } told && await Record(told))
            (_person, _reason) = ("", "");
    }
}
