using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>The secretariat's work list: what is due first stands first. What it is narrowed to stands in the address.</summary>
public sealed partial class FilesPage(FileList list, FileDesk desk, CurrentPerson current, Names names, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<string> s_languages = ["fr", "nl", "de"];

    // As a file goes through them.
    private static readonly ImmutableArray<FileState> s_states =
    [
        FileState.Submitted, FileState.AwaitingInformation, FileState.Complete, FileState.Ready, FileState.OnAgenda, FileState.AwaitingHearing, FileState.Postponed, FileState.Referred,
        FileState.Decided, FileState.Withdrawn, FileState.Cancelled,
    ];

    private readonly HashSet<FileId> _chosen = [];
    private WorkPage? _page;
    private ImmutableArray<(PersonId Id, string Name)> _managers = [];
    private string _giveTo = "";
    private string? _notice;

    // What is no application for the first time says so before the name.
    private string? WordOf(ApplicationFile file) => file is not { AppealOfId: null, IsMeasure: false } ? names.Of($"fileKind.{file.Kind}") : _page!.Renewals.Contains(file.Id) ? texts["RenewalWord"].Value : null;

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Language { get; set; }

    [SupplyParameterFromQuery]
    public string? Manager { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private ImmutableArray<(string, string)> Keys =>
        [("/", texts["KeySearch"]), ("j", texts["KeyNext"]), ("k", texts["KeyBefore"]), ("x", texts["KeyChoose"]), ("g", texts["KeyGive"])];

    private FileFilter Filter => new(State, Language, Manager, Search, PageNumber);

    private int PageNumber => InAddress.Number(Page) ?? 1;

    protected override async Task OnParametersSetAsync()
    {
        _managers = await list.ManagersAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
        await ReloadAsync();
    }

    private async Task ReloadAsync() => _page = await list.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Filter, CancellationToken.None);

    private string DueOf(ApplicationFile file) => file switch
    {
        { DueOn: { } due, StandsStill: true } => texts["DueStandsStill", due.ToShortDay()],
        { DueOn: { } due } => due.ToShortDay(),
        _ => texts["ClockNotYet"],
    };

    private void Choose(FileId file, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(file);
        else
            _chosen.Remove(file);
    }

    private async Task GiveAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        await desk.GiveAsync(me.Principal, _chosen, Guid.TryParse(_giveTo, out var manager) ? new PersonId(manager) : null, CancellationToken.None);
        _notice = texts["Given", _chosen.Count];
        _chosen.Clear();
        await ReloadAsync();
    }

    private void Invited(string notice)
    {
        _notice = notice;
        _chosen.Clear();
    }

    // Each to the first chamber of its language and art; what is not complete stays where it is, and stays chosen.
    private async Task RouteAsync()
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        var routed = await desk.RouteAsync(me.Principal, _chosen, CancellationToken.None);
        _chosen.ExceptWith(routed);
        _notice = texts["Routed", routed.Length, _chosen.Count];
        await ReloadAsync();
    }
}
