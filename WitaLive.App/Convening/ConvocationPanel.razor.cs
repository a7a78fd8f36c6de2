using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;

namespace WitaLive.App.Convening;

/// <summary>Orders the convocations of a meeting and shows what became of each.</summary>
public sealed partial class ConvocationPanel(
    ConvocationDesk desk, ConvocationStatus told, AnswerDesk answers, CurrentPerson current, PlanSentences sentences, Qualities qualities, IStringLocalizer<ConvocationTexts> texts)
    : PlanPanel(current, sentences)
{
    private readonly MeetingForm _form = new();
    private ImmutableArray<ConvocationLine>? _lines;
    private bool _later;

    [Parameter]
    public bool CanEdit { get; set; }

    private PlannedMeeting Meeting => Sheet.Meeting;

    private bool IsToCome => MeetingList.StandingOf(Meeting.State, Meeting.CancelledAt) is MeetingStanding.Planned;

    private DateTimeOffset? Later => _later && _form is { DayTyped: { } day, HourTyped: { } hour } ? BrusselsTime.At(day, hour) : null;

    private NoticeStatus Status => Later is { } at ? Sheet.Notice with { Sent = at.DayInBrussels() } : Sheet.Notice;

    private (int ByMail, int OnPaper) Told => ConvocationRows.Counted(Sheet.People);

    private bool NeedsApproval => Status is { IsInTime: false, IsInTimeWithApproval: true };

    private string? Approver => Sheet.People.Presiders.Where(p => p.Person.Id == Meeting.ShortNoticeApprovedBy).Select(p => p.Person.FullName).FirstOrDefault();

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() => _lines = await told.ListAsync(await WhoAsync(), Id, CancellationToken.None);

    // Ordered, or on their way to the mail server.
    private DateTimeOffset? GoingOutFrom => Meeting.ConvenedAt is null ? Meeting.ConveneAt
        : _lines is { } lines && lines.Any(line => line.Mail is MailState.Due) ? Meeting.ConvenedAt : null;

    private Task LookAsync() => Meeting.ConvenedAt is null ? OnChanged.InvokeAsync() : ReadAsync();

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

    private async Task<bool> RecordAsync(ToldAnswer told)
    {
        var taken = await TryAsync(who => answers.RecordAsync(who, Id, told.Person, told.Kind, told.Reason, CancellationToken.None), texts["AnswerRecorded"]);
        StateHasChanged(); // the form asked, and not this panel
        return taken;
    }

    private string EmptySeat(ConvocationLine[] seat)
    {
        var members = string.Join(", ", seat.Select(line => line.Invited.Person.FullName));
        var group = Sentences.GroupName(seat[0].Invited.Seat!.Group);
        return seat.Select(line => line.Holder).OfType<Domain.Chambers.Person>().FirstOrDefault() is { } holder
            ? texts[_lines!.Value.IsAway(holder.Id) ? "SeatByProxyAway" : "SeatByProxy", group, members, holder.FullName]
            : texts["SeatEmpty", group, members];
    }
}
