using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;

namespace WitaLive.App.Answers;

/// <summary>Behind the link of a convocation: one button an answer, for who is not signed in. Looking at it, as a mail scanner does, changes nothing.</summary>
public sealed partial class AnswerPage(AnswerLinks links, AnswerWords words, PlanSentences sentences, IStringLocalizer<AnswerTexts> texts) : ComponentBase
{
    private AnswerSheet? _sheet;
    private Refusal? _why;
    private Refusal? _refused;
    private string? _done;
    private bool _heard;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery]
    public string? Key { get; set; }

    [SupplyParameterFromForm(FormName = "answer")]
    public string? Kind { get; set; }

    [SupplyParameterFromForm(FormName = "answer")]
    public string? Reason { get; set; }

    /// <summary>The number of the answer that stood when the page was sent; empty for none.</summary>
    [SupplyParameterFromForm(FormName = "answer")]
    public string? Seen { get; set; }

    private string Standing => _sheet?.Last?.Number.ToString(CultureInfo.InvariantCulture) ?? "";

    private bool IsUnheard => !_heard && _why is not null && HttpMethods.IsPost(Http.Request.Method);

    private string? Problem => (_refused ?? _why) is { } why && _done is null ? sentences.Of(why) : null;

    /// <summary>The address behind a secret, from the root; the page speaks the language of the mail.</summary>
    public static string AddressOf(string secret, string language) => $"answer?key={secret}&language={language}";

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => (_sheet, _why) = await links.OpenAsync(Key, Http.RequestAborted);

    private async Task TakeAsync()
    {
        _heard = true;
        if (AnswerKinds.Named(Kind) is not { } kind)
        {
            _refused = new AnswerUnknown();
            return;
        }
        if (_why is null && (Seen ?? "") != Standing)
        {
            _refused = new AnswerGivenMeanwhile(); // by a newer mail, in the app: nobody turns it round who has not seen it
            return;
        }
        _refused = await links.AnswerAsync(Key, kind, Reason, CancellationToken.None);
        await ReadAsync();
        if (_refused is null && _sheet?.Last is { } last)
            _done = texts["Recorded", words.Sentence(last.Kind, _sheet.Partner)];
    }
}
