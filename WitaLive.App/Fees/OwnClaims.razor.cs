using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Fees;

/// <summary>One's own meetings of a quarter: the fee left to the other of the duo, and what it cost to come.</summary>
public sealed partial class OwnClaims(FeeClaims claims, CurrentPerson current, PlanSentences sentences, IStringLocalizer<FeeTexts> texts) : ComponentBase
{
    private ImmutableArray<ClaimSheet>? _claims;
    private Quarter _shown;
    private NoticeKind _kind;
    private string? _said;

    [Parameter, EditorRequired]
    public Quarter Quarter { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override Task OnParametersSetAsync()
    {
        if (_shown == Quarter && _claims is not null)
            return Task.CompletedTask;
        (_shown, _said) = (Quarter, null);
        return ReadAsync();
    }

    private async Task ReadAsync() => _claims = await claims.ReadAsync((await current.GetAsync()).Principal, Quarter, CancellationToken.None);

    private string CedeText(ClaimSheet claim) => texts["CedeText", claim.Partner!.FullName, sentences.TitleOf(claim.Chamber), claim.StartsAt.ToLongDay()];

    private async Task CedeAsync(ClaimSheet claim)
    {
        var me = await current.GetAsync();
        await SayAsync(await claims.CedeAsync(me.Principal, claim.Meeting, CedeText(claim), CancellationToken.None), texts["CedeDone", claim.Partner!.FullName]);
    }

    private async Task KeepAsync(ClaimSheet claim)
    {
        var me = await current.GetAsync();
        await SayAsync(await claims.KeepAsync(me.Principal, claim.Meeting, CancellationToken.None), texts["KeepDone"]);
    }

    private async Task SignAsync(ClaimSheet claim, SignedTravel signed)
    {
        var me = await current.GetAsync();
        await SayAsync(await claims.ClaimAsync(me.Principal, claim.Meeting, signed.Means, signed.Quantity, signed.Text, CancellationToken.None), texts["TravelDone"]);
    }

    private async Task TakeBackAsync(ClaimSheet claim)
    {
        var me = await current.GetAsync();
        await SayAsync(await claims.UnclaimAsync(me.Principal, claim.Meeting, CancellationToken.None), texts["TravelTakenBack"]);
    }

    private async Task SayAsync(Refusal? why, string done)
    {
        (_kind, _said) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
        await OnChanged.InvokeAsync();
    }
}
