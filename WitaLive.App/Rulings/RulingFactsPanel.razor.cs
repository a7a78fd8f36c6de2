using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>What the room concluded. Nobody writes here.</summary>
public sealed partial class RulingFactsPanel(Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required RulingSheet Sheet { get; set; }

    // The days from which periods run are found here, whatever else is kept of the file.
    private IEnumerable<string> WaysOf(Delivery delivery) =>
    [
        .. delivery.HandedOn is { } handed ? [texts["LetterHanded", handed.ToLongDay()].Value] : Array.Empty<string>(),
        .. delivery.ReadOn is { } read ? [texts[delivery.PostedOn is null ? "LetterRead" : "LetterReadLate", read.ToLongDay()].Value] : Array.Empty<string>(),
        .. delivery.PostedOn is { } posted ? [delivery.PostedTo is { } to ? texts["LetterPostedTo", posted.ToLongDay(), to].Value : texts["LetterPosted", posted.ToLongDay()].Value] : Array.Empty<string>(),
    ];
}
