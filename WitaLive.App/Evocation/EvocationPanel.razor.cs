using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Evocation;

/// <summary>Requests that a file go to the chamber above: made by who looks in, decided by the chair, seen by everyone concerned.</summary>
public sealed partial class EvocationPanel(EvocationDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<EvocationTexts> texts) : PlanPanel(current, sentences)
{
    private readonly Dictionary<string, string> _answers = [];
    private EvocationSheet? _sheet;
    private string _item = "";
    private string _reason = "";

    protected override Task OnParametersSetAsync() => ReadAsync();

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
        await TryAsync(
            who => desk.DecideAsync(who, Id, request.ItemId, request.AskedBy, accept, _answers.GetValueOrDefault(IdOf(line), ""), CancellationToken.None),
            texts[accept ? "AcceptedDone" : "RejectedDone"]);
        await ReadAsync();
    }

    private static string IdOf(EvocationLine line) => $"answer-{line.Request.ItemId.Value:N}-{line.Request.AskedBy.Value:N}";

    private static string ColourOf(EvocationState state) => state switch
    {
        EvocationState.Accepted => "badge-done",
        EvocationState.Rejected => "badge-problem",
        _ => "badge-warning",
    };
}
