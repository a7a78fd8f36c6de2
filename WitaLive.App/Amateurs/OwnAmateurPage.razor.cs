using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Amateurs;

/// <summary>One's registration as an amateur, the limits, and how far a year is from them.</summary>
public sealed partial class OwnAmateurPage(AmateurDesk desk, CurrentPerson current, IStringLocalizer<AmateurTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private AmateurSheet? _sheet;
    private NoticeKind _kind;
    private string? _notice;
    private DateOnly? _day;
    private string _contractor = "";
    private decimal? _indemnity;
    private decimal? _travel;
    private (bool Indemnity, bool Travel) _misread;

    [SupplyParameterFromQuery]
    public string? Year { get; set; }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _sheet = await desk.ReadAsync((await current.DemandAsync(Policies.Account)).Principal, InAddress.Number(Year), CancellationToken.None);
        _day ??= _sheet.Today;
    }

    private async Task RegisterAsync() => await SayAsync(await desk.RegisterAsync((await current.DemandAsync(Policies.Account)).Principal, CancellationToken.None), "Registered");

    private async Task NoteAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        var why = await desk.NoteAsync(me, _day ?? DateOnly.MaxValue, _contractor, AmountOf(_indemnity, _misread.Indemnity), AmountOf(_travel, _misread.Travel), CancellationToken.None);
        if (why is null)
            (_indemnity, _travel) = (null, null);
        await SayAsync(why, "Noted");
    }

    // What is no amount is refused, not taken for nothing.
    private static decimal AmountOf(decimal? amount, bool isMisread) => isMisread ? -1 : amount ?? 0;

    private async Task RemoveAsync(Guid day)
    {
        await desk.RemoveAsync((await current.DemandAsync(Policies.Account)).Principal, day, CancellationToken.None);
        await SayAsync(null, "Removed");
    }

    private async Task SayAsync(Refusal? why, string done)
    {
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts[done].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        await ReloadAsync();
    }
}
