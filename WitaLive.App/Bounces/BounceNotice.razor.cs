using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Bounces;

/// <summary>On the page of a person: that mail to their address comes back, and a way to take the mark off.</summary>
public sealed partial class BounceNotice(BounceBook book, CurrentPerson current, IStringLocalizer<BounceTexts> texts) : ComponentBase
{
    private AddressBounce? _bounce;

    [Parameter, EditorRequired]
    public required PersonId Person { get; set; }

    /// <summary>Asked again whenever this changes.</summary>
    [Parameter]
    public string? Address { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() =>
        _bounce = (await book.ListAsync((await current.DemandAsync(Policies.People)).Principal, CancellationToken.None)).FirstOrDefault(u => u.Id == Person)?.Bounce;

    private async Task ClearAsync()
    {
        await book.ClearAsync((await current.DemandAsync(Policies.People)).Principal, Person, CancellationToken.None);
        await ReadAsync();
    }
}
