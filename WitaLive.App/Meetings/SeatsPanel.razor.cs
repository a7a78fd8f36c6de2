using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Who sits in a meeting that is composed for itself.</summary>
public sealed partial class SeatsPanel(MeetingChanges changes, MeetingPlanning planning, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private MeetingForm _form = new();
    private ImmutableArray<SeatId> _shown = [];
    private Question? _question;
    private WouldTell? _tells;

    private ImmutableArray<SeatId> Stored => [.. Sheet.Meeting.Seats.Select(s => s.SeatId)];

    // One planned without a choice of its own has all who sit in its chamber.
    protected override void OnInitialized()
    {
        (_form, _shown) = (MeetingForm.Of(Sheet.Meeting), Stored);
        if (_form.Seats.Count == 0)
            _form.Seats.UnionWith(Sheet.People.Seats.Where(s => s.Votes).Select(s => s.Id));
    }

    private void Choose((SeatId Seat, bool IsChosen) choice)
    {
        if (choice.IsChosen)
            _form.Seats.Add(choice.Seat);
        else
            _form.Seats.Remove(choice.Seat);
    }

    private async Task SaveAsync(bool asksFirst)
    {
        var why = await changes.SaveSeatsAsync(await WhoAsync(), Id, _shown, _form, CancellationToken.None, asksFirst);
        if (why is [WouldTell tells])
        {
            _tells = tells;
            StateHasChanged(); // the question says what it is about when it opens
            await _question!.AskAsync();
            return;
        }
        await OnChanged.InvokeAsync();
        _shown = Stored; // what was chosen stays; saving once more is now a choice made knowingly
        Say(why.IsEmpty ? NoticeKind.Done : NoticeKind.Problem, why.IsEmpty ? texts[Sheet.Meeting.ConvenedAt is null ? "CompositionSaved" : "CompositionTold"] : string.Join(" ", why.Select(Sentences.Of)));
    }
}
