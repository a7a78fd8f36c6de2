using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.App.Rulings;
using WitaLive.App.Security;

namespace WitaLive.App.Attestations;

/// <summary>Says to anyone who was shown a code whether the attestation is valid today and until when, or that a letter is the Commission's and what it decided, and nothing else.</summary>
public sealed partial class CheckPage(AttestationReading reading, RulingReading letters, CheckGate gate, Names names, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    private Verdict? _verdict;
    private GenuineLetter? _letter;
    private bool _tooMany;
    private DateOnly _today;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery]
    public string? Code { get; set; }

    private bool IsAsked => !string.IsNullOrWhiteSpace(Code);

    protected override async Task OnParametersSetAsync()
    {
        _today = reading.Today;
        Http.Response.Headers.CacheControl = "no-store";
        if (!IsAsked)
            return;
        if (!gate.TryEnter(ClientAddress.Of(Http)))
        {
            (_tooMany, Http.Response.StatusCode) = (true, StatusCodes.Status429TooManyRequests);
            Http.Response.Headers.RetryAfter = "60"; // the gate counts by the minute
            return;
        }
        _verdict = await reading.CheckAsync(Code!, Http.RequestAborted);
        if (_verdict is null)
            _letter = await letters.CheckAsync(Code!, Http.RequestAborted);
        if (_letter is { IsReplaced: false } letter)
            _verdict = await reading.CheckAsync(letter.File, letter.Outcome, Http.RequestAborted);
    }
}
