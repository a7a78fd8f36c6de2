using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Security;

namespace WitaLive.App.Attestations;

/// <summary>Says to anyone who was shown a code whether the attestation is valid today and until when, and nothing else.</summary>
public sealed partial class CheckPage(AttestationReading reading, CheckGate gate, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    private Verdict? _verdict;
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
            return;
        }
        _verdict = await reading.CheckAsync(Code!, Http.RequestAborted);
    }
}
