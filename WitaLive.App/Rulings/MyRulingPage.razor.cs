using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Printing;

namespace WitaLive.App.Rulings;

/// <summary>The letter with a decision, for whom it was written to.</summary>
public sealed partial class MyRulingPage(RulingReading reading, PaperPrinter printer, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private OwnLetter? _letter;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private bool CanPrint => printer.IsThere;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "private, no-store";
        _letter = await reading.OwnLetterAsync(Http.User, Id, Http.RequestAborted);
    }
}
