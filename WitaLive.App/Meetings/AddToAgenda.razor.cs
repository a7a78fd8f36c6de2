using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>Adds files that wait for this chamber, and other points.</summary>
public sealed partial class AddToAgenda(AgendaPlanning agenda, CurrentPerson current, PlanSentences sentences, Names names, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private readonly HashSet<FileId> _chosen = [];
    private readonly Dictionary<string, string> _titles = [];
    private ImmutableArray<ApplicationFile>? _waiting;
    private int _fileMinutes = AgendaPlanning.UsualMinutes;
    private int _pointMinutes = 15;

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task LookAsync() => _waiting = await agenda.WaitingAsync(await WhoAsync(), Id, CancellationToken.None);

    private void Choose(FileId file, bool chosen)
    {
        if (chosen)
            _chosen.Add(file);
        else
            _chosen.Remove(file);
    }

    private async Task AddFilesAsync()
    {
        if (await TryAsync(who => agenda.AddFilesAsync(who, Id, _chosen, _fileMinutes, CancellationToken.None), texts["FilesAdded", _chosen.Count]))
            _chosen.Clear();
        await LookAsync();
        _chosen.IntersectWith(_waiting!.Value.Select(f => f.Id));
    }

    private async Task AddPointAsync()
    {
        if (await TryAsync(who => agenda.AddPointAsync(who, Id, _titles, _pointMinutes, CancellationToken.None), texts["PointAdded"]))
            _titles.Clear();
    }
}
