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

    private async Task ReloadAsync() => _sheet = await desk.ReadAsync((await current.ActingAsync(Assisting)).Principal, CancellationToken.None);

    private async Task<Refusal?> ChangeAsync(Func<Profile, Profile> change)
    {
        var why = await desk.ChangeAsync((await current.ActingAsync(Assisting)).Principal, change, CancellationToken.None);
        await SavedAsync(why);
        return why;
    }

    private async Task<Refusal?> SaveContactAsync(string? phone, string? address)
    {
        var why = await desk.SetContactAsync((await current.ActingAsync(Assisting)).Principal, phone, address, CancellationToken.None);
        await SavedAsync(why);
        return why;
    }

    private Task<Refusal?> SavePerformancesAsync(string text) => Typed.TryWhole(text, out var number)
        ? ChangeAsync(p => p with { Background = p.Background with { Performances = number ?? 0 } })
        : Task.FromResult<Refusal?>(new NumberUnusable(10_000));

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
