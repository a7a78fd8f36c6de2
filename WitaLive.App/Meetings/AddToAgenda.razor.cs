using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Meetings;

/// <summary>Adds files that wait for this chamber, the oldest legal date first, and other points.</summary>
public sealed partial class AddToAgenda(AgendaPlanning agenda, AgendaBuilding building, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private readonly HashSet<FileId> _chosen = [];
    private readonly Dictionary<string, string> _titles = [];
    private ChamberBacklog? _queue;
    private int? _fileMinutes;
    private int _pointMinutes = 15;
    private string _requester = "";
    private string _requestedOn = "";

    /// <summary>The convocations are out: what comes now, a member has asked for.</summary>
    private bool IsLate => Sheet.Meeting.ConvenedAt is not null;

    private IEnumerable<Person> Requesters => Sheet.People.Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id).OrderBy(p => p.FamilyName, StringComparer.CurrentCulture);

    private LateRequest? Request =>
        Guid.TryParse(_requester, out var person) && DayText.ReadNear(_requestedOn) is { } on
            ? new(new(person), on)
            : null;

    // What the agenda and the chosen files leave. Unit: minutes.
    private int Left => Math.Max(0, Sheet.Meeting.Minutes - Sheet.AgendaMinutes - (_queue?.Files.Where(f => _chosen.Contains(f.File.Id)).Sum(MinutesOf) ?? 0));

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task LookAsync() => _queue = await building.OfAsync(await WhoAsync(), Id, CancellationToken.None);

    private int MinutesOf(WaitingFile waiting) => _fileMinutes ?? waiting.Usual.Minutes;

    private void Choose((FileId File, bool IsChosen) choice)
    {
        if (choice.IsChosen)
            _chosen.Add(choice.File);
        else
            _chosen.Remove(choice.File);
    }

    // The most urgent first; one that is too long does not keep a shorter one out.
    private void ChooseWhatFits()
    {
        foreach (var waiting in _queue!.Files.Where(f => !_chosen.Contains(f.File.Id)))
        {
            if (MinutesOf(waiting) <= Left)
                _chosen.Add(waiting.File.Id);
        }
    }

    private async Task AddFilesAsync()
    {
        if (await TryAsync(who => agenda.AddFilesAsync(who, Id, _chosen, _fileMinutes, CancellationToken.None, Request), texts["FilesAdded", _chosen.Count]))
            _chosen.Clear();
        await LookAsync();
        _chosen.IntersectWith(_queue!.Files.Select(f => f.File.Id));
    }

    private async Task AddPointAsync()
    {
        if (await TryAsync(who => agenda.AddPointAsync(who, Id, _titles, _pointMinutes, CancellationToken.None, Request), texts["PointAdded"]))
            _titles.Clear();
    }
}
