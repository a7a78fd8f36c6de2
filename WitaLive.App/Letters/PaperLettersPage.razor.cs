using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Mail;

namespace WitaLive.App.Letters;

/// <summary>Convocations as letters: one a sheet of paper, each in the language of its receiver.</summary>
public sealed partial class PaperLettersPage(LetterShowing showing, CurrentPerson current, IJSRuntime js, TimeProvider clock, IStringLocalizer<LetterTexts> texts)
    : ComponentBase
{
    private ImmutableArray<PaperLetter>? _letters;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null for all who could not be reached by mail.</summary>
    [SupplyParameterFromQuery(Name = "person")]
    public string? PersonAsked { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _letters = await showing.OnPaperAsync(me.Principal, new(Id), InAddress.Id(PersonAsked) is { } person ? new(person) : null, CancellationToken.None);
    }

    private string In(PaperLetter letter, string key) => ReceiverLanguage.Run(letter.To.Language, () => texts[key, clock.GetUtcNow().ToLongDay()].Value);

    private async Task PrintAsync() => await js.InvokeVoidAsync("print");
}
