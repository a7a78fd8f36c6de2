using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Evocation;

/// <summary>Requests that a file go to the chamber above: made by who looks in, decided by the chair, seen by everyone concerned.</summary>
public sealed partial class EvocationPanel(EvocationDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<EvocationTexts> texts) : PlanPanel(current, sentences)
{
    private readonly Dictionary<string, string> _answers = [];
    private EvocationSheet? _sheet;
    private (string Line, string Text)? _refused;
    private string _item = "";
    private string _reason = "";

    // As long as somebody may ask or a chair may answer.
    private bool IsWatched => Sheet.Meeting is { CancelledAt: null, State: not (MeetingState.Closed or MeetingState.Adjourned) }
        && _sheet is { } sheet && (sheet.MayAsk || sheet.MayDecide || sheet.Requests.Any(line => line.Request.State is EvocationState.Waiting));

    protected override Task OnParametersSetAsync() => ReadAsync();

    // Asked for and decided by others: the page shows it when it happens.
    private async Task LookAsync()
    {
        var now = await desk.StatesAsync(await WhoAsync(), Id, CancellationToken.None);
        if (_sheet is not { } sheet || now.SequenceEqual(sheet.Requests.Select(line => line.Request.State)))
            return;
        Say(NoticeKind.Done, null); // what was said of the request before it was decided
        await ReadAsync();
        await OnChanged.InvokeAsync();
        if (TakeLost() is { } lost)
            Say(NoticeKind.Problem, texts["DecidedElsewhere", lost]);
    }

    private async Task ReadAsync() => _sheet = await desk.ReadAsync(await WhoAsync(), Id, CancellationToken.None);

    private async Task AskAsync()
    {
        if (!Guid.TryParse(_item, out var item))
        {
            Say(NoticeKind.Problem, texts["NoneChosen"]);
            return;
        }
        if (await TryAsync(who => desk.AskAsync(who, Id, new ItemId(item), _reason, CancellationToken.None), texts["AskedDone"]))
            (_item, _reason) = ("", "");
        await ReadAsync();
    }

    private async Task DecideAsync(EvocationLine line, bool accept)
    {
        var request = line.Request;
        var why = await desk.DecideAsync(await WhoAsync(), Id, request.ItemId, request.AskedBy, accept, _answers.GetValueOrDefault(IdOf(line), ""), CancellationToken.None);
        await OnChanged.InvokeAsync();
        await ReadAsync();
        // Beside the buttons; where somebody else has decided there are none any more.
        var waits = _sheet?.Requests.Any(other => IdOf(other) == IdOf(line) && other.Request.State is EvocationState.Waiting) == true;
        _refused = why is not null && waits ? (IdOf(line), Sentences.Of(why)) : null;
        var lost = TakeLost();
        if (why is null)
            Say(NoticeKind.Done, texts[accept ? "AcceptedDone" : "RejectedDone"]);
        else
            Say(NoticeKind.Problem, waits ? null : lost is null ? Sentences.Of(why) : texts["DecidedElsewhere", lost]);
    }

    // Reasons typed for what is decided now: their field is gone.
    private string? TakeLost() =>
        _sheet?.Requests.FirstOrDefault(line => line.Request.State is not EvocationState.Waiting && HasReasons(line)) is { } line && _answers.Remove(IdOf(line), out var typed) ? typed : null;

    private void Answer(EvocationLine line, object? typed) => (_answers[IdOf(line)], _refused) = (typed as string ?? "", null);

    private bool HasReasons(EvocationLine line) => !string.IsNullOrWhiteSpace(_answers.GetValueOrDefault(IdOf(line)));

    private string? RefusedAt(EvocationLine line) => _refused is { } refused && refused.Line == IdOf(line) ? refused.Text : null;

    private static string IdOf(EvocationLine line) => $"answer-{line.Request.ItemId.Value:N}-{line.Request.AskedBy.Value:N}";

    private static string ColourOf(EvocationState state) => state switch
    {
        EvocationState.Accepted => "badge-done",
        EvocationState.Rejected => "badge-problem",
        _ => "badge-warning",
    };
}
