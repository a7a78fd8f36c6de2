using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Letters;

namespace WitaLive.App.Measures;

/// <summary>The letter that waits for somebody without an account, on a sheet of paper.</summary>
public sealed partial class MeasureLetterPage(MeasureLetters writing, CurrentPerson current, IJSRuntime js, MeasureWords texts, IStringLocalizer<LetterTexts> letters) : ComponentBase
{
    private MeasureLetter? _letter;
    private bool _isRead;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _letter = await writing.OfAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), CancellationToken.None);
        _isRead = true;
    }

    private async Task PrintAsync() => await js.InvokeVoidAsync("print");
}
