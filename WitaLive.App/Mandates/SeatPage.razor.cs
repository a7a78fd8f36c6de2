using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>One seat: who holds it and for how long; the secretariat appoints, ends, replaces and suspends here.</summary>
public sealed partial class SeatPage(MandateDesk desk, CurrentPerson current, SeatWords words, PlanSentences sentences, IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private SeatSheet? _sheet;
    private bool _isRead;
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private SeatId Seat => new(Id);

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        _isRead = true;
    }

    private async Task ReadAsync() => _sheet = await desk.ReadAsync(await WhoAsync(), Seat, CancellationToken.None);

    private async Task<ClaimsPrincipal> WhoAsync() => (await current.DemandAsync(Policies.Secretariat)).Principal;

    private static string NameOf(MandateSheet mandate, Suspension suspension) => mandate.Duo.First(p => p.Id == suspension.Person).FullName;

    private async Task AppointAsync(Appointing form) => await DoAsync(
        form is { Effective: { } effective, From: { } from, Until: { } until }
            ? who => desk.AppointAsync(who, Seat, effective, form.Substitute, from, until, CancellationToken.None)
            : null,
        texts["Appointed"]);

    private async Task ChangeAsync(Changing form)
    {
        var mandate = _sheet!.Now!.Mandate.Id;
        await DoAsync(
            form switch
            {
                { LastDay: null } => null,
                { Act: ChangeAct.End } => who => desk.EndAsync(who, Seat, mandate, form.LastDay.Value, form.Why, CancellationToken.None),
                { Act: ChangeAct.Succeed } => who => desk.SucceedAsync(who, Seat, mandate, form.LastDay.Value, form.Why, CancellationToken.None),
                { Effective: { } effective } => who => desk.ReplaceAsync(who, Seat, mandate, form.LastDay.Value, form.Why, effective, form.Substitute, CancellationToken.None),
                _ => null,
            },
            texts[$"Done{form.Act}"]);
    }

    private async Task SuspendAsync(Suspending form)
    {
        var mandate = _sheet!.Now!.Mandate.Id;
        await DoAsync(
            form is { Person: { } person, From: { } from } ? who => desk.SuspendAsync(who, Seat, mandate, person, from, form.Until, form.Reason, CancellationToken.None) : null,
            texts["SuspendedDone"]);
    }

    private async Task LiftAsync((int Suspension, DateOnly LastDay) lift)
    {
        var mandate = _sheet!.Now!.Mandate.Id;
        await DoAsync(who => desk.LiftAsync(who, Seat, mandate, lift.Suspension, lift.LastDay, CancellationToken.None), texts["LiftedDone"]);
    }

    // Null when the form lacks a person or a day.
    private async Task DoAsync(Func<ClaimsPrincipal, Task<Refusal?>>? act, string done)
    {
        if (act is null)
        {
            (_kind, _said) = (NoticeKind.Problem, texts["FormIncomplete"]);
            return;
        }
        var why = await act(await WhoAsync());
        (_kind, _said) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
    }
}
