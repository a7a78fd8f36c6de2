using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>One's profile, fed little by little; every field saves itself.</summary>
public sealed partial class ProfilePage(ProfileDesk desk, CurrentPerson current, TimeProvider clock, IJSRuntime js, ProfileWords texts) : ComponentBase, IAsyncDisposable
{
    private ProfileSheet? _sheet;
    private DateTimeOffset? _savedAt;
    private string? _number;
    private string? _numberProblem;
    private bool _isWatched;
    private ElementReference _root;
    private readonly HashSet<Guid> _gone = [];
    private IJSObjectReference? _module;

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_sheet is null || _isWatched)
            return;
        _isWatched = true;
        _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Profiles/ProfilePage.razor.js"]}");
        await _module.InvokeVoidAsync("watch", _root, (await current.DemandAsync(Policies.Account)).Id.Value);
    }

    public ValueTask DisposeAsync() => _module.LetGoAsync();

    // As the cards below are called, with what was said there.
    private ImmutableArray<(Guid Line, string Name)> LinesOf(Profile profile) =>
    [
        .. profile.Activities.Select((one, i) => (one.Id.Value, NameOf(texts["ActivityName", i + 1], one.Function))),
        .. profile.Incomes.Select((one, i) => (one.Id.Value, NameOf(texts["IncomeName", i + 1], one.Work))),
        .. profile.Inactivities.Select((one, i) => (one.Id.Value, texts["InactivityName", i + 1])),
    ];

    private string NameOf(string card, string said) => said.Length == 0 ? card : texts["LineNamed", card, said];

    // Of two that are read at once, the newer one stays: what has just been saved would take the older one for another window. A line in which something is typed stays until the page is left.
    private async Task ReloadAsync()
    {
        var read = await desk.ReadAsync((await current.ActingAsync(Assisting)).Principal, CancellationToken.None);
        if (_sheet is not { } shown || shown.Version <= read.Version)
            _sheet = _sheet is null || _gone.Count == 0 ? read : read with { Profile = read.Profile.WithMissingOf(_sheet.Profile.Only(_gone)) };
    }

    private Task<Refusal?> SetAsync(TextChange change, Func<Background, string, Result<Background>> write) => ChangeAsync(p => change.On(p.Background, write) switch
    {
        Result<Background>.Ok(var background) => p with { Background = background },
        Result<Background>.Refused(var why) => why,
        _ => throw new UnreachableException(),
    });

    private async Task<Refusal?> ChangeAsync(Func<Profile, Result<Profile>> change)
    {
        _gone.RemoveWhere(line => change(_sheet!.Profile) is Result<Profile>.Ok(var after) && after.MissingOf(_sheet.Profile.Only(new HashSet<Guid> { line })) > 0);
        var why = await desk.ChangeAsync((await current.ActingAsync(Assisting)).Principal, change, CancellationToken.None);
        if (why is LineGone gone)
            _gone.Add(gone.Line);
        await SavedAsync(why);
        return why;
    }

    private async Task<Refusal?> SaveContactAsync(TextChange? phone, TextChange? address)
    {
        var why = await desk.SetContactAsync((await current.ActingAsync(Assisting)).Principal, phone, address, CancellationToken.None);
        await SavedAsync(why);
        return why;
    }

    private static Result<Background> WithPerformances(Background of, string text) => Typed.TryWhole(text, out var number) ? of with { Performances = number ?? 0 } : new NumberUnusable(10_000);

    private async Task SaveNumberAsync()
    {
        var why = await desk.SetNationalNumberAsync((await current.ActingAsync(Assisting)).Principal, _number ?? "", CancellationToken.None);
        (_numberProblem, _number) = why is null ? (null, "") : (texts.Of(why), _number);
        await SavedAsync(why);
    }

    // What others may have typed meanwhile in other windows is shown too.
    private async Task SavedAsync(Refusal? why)
    {
        if (why is null)
            _savedAt = clock.GetUtcNow();
        await ReloadAsync();
        StateHasChanged();
    }

    private Task<Refusal?> AddActivity() => ChangeAsync(p => p with { Activities = p.Activities.Add(new(new(Guid.CreateVersion7()), ActivityWeight.Core, null, null, "", "", null, null, "", "", "")) });

    private Task<Refusal?> AddIncome() => ChangeAsync(p => p with
    {
        Incomes = p.Incomes.Add(new(new(Guid.CreateVersion7()), p.Activities is [var only] ? only.Id : null, null, null, null, "")),
    });

    private Task<Refusal?> AddInactivity() => ChangeAsync(p => p with { Inactivities = p.Inactivities.Add(new(new(Guid.CreateVersion7()), null, null, null)) });
}
