using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;

namespace WitaLive.App.Meetings;

/// <summary>After a meeting that failed for want of a quorum: convenes the chamber for the second time, in one act.</summary>
public sealed partial class SecondPanel(SecondProposals proposals, SecondConvening convening, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private const int Shown = 6;

    private MeetingForm _form = new();
    private SecondSheet? _second;
    private DateOnly _day;
    private (int ByMail, int OnPaper) _told;

    private static ImmutableArray<string> Articles => ["ROI 17 §1", "ROI 20 §1"];

    private bool IsUrgent => _second!.Days.FirstOrDefault(day => day.Day == _day) is { IsUrgent: true };

    protected override Task OnInitializedAsync()
    {
        _form = MeetingForm.Of(Sheet.Meeting);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _second = await proposals.ReadAsync(await WhoAsync(), Id, CancellationToken.None);
        if (_second is { Days: [var best, ..] days } && days.All(day => day.Day != _day))
            await ChooseAsync(best.Day);
    }

    // Mandates change: who is written to depends on the day.
    private async Task ChooseAsync(DateOnly day)
    {
        _day = day;
        _told = await proposals.WrittenToAsync(await WhoAsync(), Id, day, CancellationToken.None);
    }

    private async Task ConveneAsync()
    {
        if (_form.HourTyped is not { } hour)
        {
            Say(NoticeKind.Problem, Sentences.Of(new HourNotGiven()));
            return;
        }
        await DoAsync(async who => (await convening.ConveneAsync(who, Id, _day, hour, IsUrgent ? _form.Approver : null, CancellationToken.None)).Why, texts["SecondDone"]);
        await ReadAsync();
    }
}
