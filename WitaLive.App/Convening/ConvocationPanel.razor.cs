using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;

namespace WitaLive.App.Convening;

/// <summary>Orders the convocations of a meeting and shows what became of each.</summary>
public sealed partial class ConvocationPanel(
    ConvocationDesk desk, ConvocationStatus told, CurrentPerson current, PlanSentences sentences, IStringLocalizer<ConvocationTexts> texts) : PlanPanel(current, sentences)
{
    private readonly MeetingForm _form = new();
    private ImmutableArray<ConvocationLine>? _lines;
    private bool _later;

    [Parameter]
    public bool CanEdit { get; set; }

    private PlannedMeeting Meeting => Sheet.Meeting;

    private DateTimeOffset? Later => _later && _form is { DayTyped: { } day, HourTyped: { } hour } ? BrusselsTime.At(day, hour) : null;

    private NoticeStatus Status => Later is { } at ? Sheet.Notice with { Sent = at.DayInBrussels() } : Sheet.Notice;

    private bool NeedsApproval => Status is { IsInTime: false, IsInTimeWithApproval: true };

    private string? Approver => Sheet.People.Presiders.Where(p => p.Person.Id == Meeting.ShortNoticeApprovedBy).Select(p => p.Person.FullName).FirstOrDefault();

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() => _lines = await told.ListAsync(await WhoAsync(), Id, CancellationToken.None);

    private async Task OrderAsync()
    {
        if (_later && Later is null)
        {
            Say(NoticeKind.Problem, Sentences.Of(new ConveneTimeUnusable()));
            return;
        }
        await DoAsync(who => desk.OrderAsync(who, Id, Later, NeedsApproval ? _form.Approver : null, CancellationToken.None), texts[_later ? "OrderedLater" : "OrderedNow"]);
    }

    private Task WithdrawAsync() => DoAsync(who => desk.WithdrawAsync(who, Id, CancellationToken.None), texts["Withdrawn"]);

    private Task SendAgainAsync(ConvocationLine line) =>
        DoAsync(who => desk.SendAgainAsync(who, Id, line.Invited.Person.Id, CancellationToken.None), texts["SentAgain", line.Invited.Person.FullName]);

    private string QualityOf(Invited invited) => invited switch
    {
        { Seat: { } seat } when invited.Role is { } role => texts["QualitySeatAndRole", SeatText(invited, seat), Sentences.RoleName(role)],
        { Seat: { } seat } => SeatText(invited, seat),
        _ => Sentences.RoleName(invited.Role!.Value),
    };

    private string SeatText(Invited invited, Chambers.SeatOnDay seat) =>
        texts[!seat.Votes ? "QualityConsultative" : invited.IsSubstitute ? "QualitySubstitute" : "QualityEffective", Sentences.GroupName(seat.Group)];

    private string StateOf(ConvocationLine line) => line switch
    {
        { Row: null } => texts["StateNotYet"],
        { Mail: { } mail } => texts[$"State{mail}"],
        _ => texts["StateNoAddress"],
    };

    private static string ColourOf(ConvocationLine line) => line switch
    {
        { Mail: MailState.Sent } => "badge-done",
        { Row: null } or { Mail: MailState.Retrying } => "badge-warning",
        { Mail: null or MailState.Failed } => "badge-problem",
        _ => "badge-accent",
    };
}
