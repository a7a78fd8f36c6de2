using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Turnouts;

/// <summary>One member's year, meeting by meeting; the secretariat says which absences are justified, and why.</summary>
public sealed partial class MemberYearPage(AttendanceDesk desk, CurrentPerson current, SeatWords words, PlanSentences sentences, IStringLocalizer<TurnoutTexts> texts) : ComponentBase
{
    private readonly Dictionary<MeetingId, string> _reasons = [];
    private AttendanceSheet? _sheet;
    private bool _isRead;
    private NoticeKind _kind;
    private string? _said;

    [Parameter]
    public Guid Id { get; set; }

    private string Articles => sentences.Articles(["AR 2 §6"]);

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        _isRead = true;
    }

    private async Task ReadAsync() => _sheet = await desk.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), CancellationToken.None);

    private async Task JustifyAsync(Called called)
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        var why = await desk.JustifyAsync(me.Principal, called.Meeting, new(Id), !called.Justified, _reasons.GetValueOrDefault(called.Meeting, ""), CancellationToken.None);
        (_kind, _said) = why is null
            ? (NoticeKind.Done, texts[called.Justified ? "UnjustifiedDone" : "JustifiedDone", called.StartsAt.ToLongDay()].Value)
            : (NoticeKind.Problem, sentences.Of(why));
        if (why is null)
            _reasons.Remove(called.Meeting);
        await ReadAsync();
    }

    private static string ColourOf(Called called) => called switch
    {
        { Turnout: Turnout.Came } => "badge-done",
        { IsMissed: true } => "badge-problem",
        _ => "",
    };
}
