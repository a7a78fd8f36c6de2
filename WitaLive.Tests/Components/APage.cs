using System.Data.Common;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Components;

/// <summary>A page, or a part of one, in front of somebody who is signed in, over the services of a planning office on SQLite.</summary>
internal sealed class APage : IAsyncDisposable
{
    private readonly Lingering _databases;
    private readonly ServiceProvider _services;
    private readonly Pressing _renderer;
    private int _root;

    private APage(PlanningOffice office, ClaimsPrincipal who, string address, Action<IServiceCollection>? add)
    {
        _databases = new(office.Databases.Settings["ConnectionStrings:WitaLive"]!);
        var services = new ServiceCollection();
        office.AddTo(services);
        add?.Invoke(services);
        _services = services
            .AddSingleton<IDbContextFactory<WitaLiveDb>>(_databases)
            .AddSingleton<AuthenticationStateProvider>(new SignedIn(who)).AddScoped<CurrentPerson>()
            .AddSingleton<NavigationManager>(new Here(address)).AddSupplyValueFromQueryProvider()
            .AddSingleton<IJSRuntime>(new NoBrowser())
            .AddSingleton<IErrorBoundaryLogger>(new NothingFails())
            .BuildServiceProvider();
        _renderer = new(_services);
    }

    /// <summary>What the database waits for before it answers, given the question; an empty one when it is opened.</summary>
    public Func<string, Task>? Waits { set => _databases.Waits = value; }

    /// <param name="address">Below that of the site, with what is asked in it.</param>
    /// <param name="add">What a page needs besides the office.</param>
    public static async Task<APage> OpenAsync<TPage>(
        PlanningOffice office, ClaimsPrincipal who, Dictionary<string, object?>? parameters = null, string address = "", Action<IServiceCollection>? add = null) where TPage : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find("en")!.Culture;
        var page = new APage(office, who, address, add);
        page._root = await page._renderer.ShowAsync(typeof(TPage), ParameterView.FromDictionary(parameters ?? []));
        return page;
    }

    public async Task<string> HtmlAsync() => WebUtility.HtmlDecode(await _renderer.Dispatcher.InvokeAsync(() => _renderer.HtmlOf(_root)));

    /// <summary>What a reader sees, without markup.</summary>
    public async Task<string> TextAsync() => Regex.Replace(Regex.Replace(await HtmlAsync(), "<[^>]*>", " "), @"\s+", " ");

    /// <summary>Presses the nth button whose text begins so.</summary>
    public Task PressAsync(string label, int nth = 0) => _renderer.RaiseAsync(_root, "button", label, ["onclick"], new MouseEventArgs(), nth);

    /// <summary>Fills in the nth field of a kind: textarea, select or input.</summary>
    public Task FillAsync(string element, object value, int nth = 0) =>
        _renderer.RaiseAsync(_root, element, null, ["onchange", "oninput"], new ChangeEventArgs { Value = value }, nth);

    /// <summary>Types into the nth field of a kind without leaving it.</summary>
    public Task TypeAsync(string element, string value, int nth = 0) => _renderer.RaiseAsync(_root, element, null, ["oninput"], new ChangeEventArgs { Value = value }, nth);

    /// <summary>Leaves the nth field of a kind.</summary>
    public Task LeaveAsync(string element, int nth = 0) => _renderer.RaiseAsync(_root, element, null, ["onblur"], new FocusEventArgs(), nth);

    /// <summary>Ticks or unticks the box within a label.</summary>
    public Task TickAsync(string label, bool ticked) => _renderer.RaiseAsync(_root, "label", label, ["onchange"], new ChangeEventArgs { Value = ticked }, 0);

    public Task SubmitAsync() => _renderer.RaiseAsync(_root, "form", null, ["onsubmit"], EventArgs.Empty, 0);

    /// <summary>What the page does by itself every other second; nothing is drawn to an end here, so that its timer never starts.</summary>
    public async Task LookAgainAsync()
    {
        var again = await _renderer.FindAsync<LookAgain>(_root);
        await _renderer.Dispatcher.InvokeAsync(() => again.OnLook.InvokeAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _renderer.CloseAsync();
        await _services.DisposeAsync();
    }

    private sealed class Lingering(string connection) : DbCommandInterceptor, IDbContextFactory<WitaLiveDb>
    {
        public Func<string, Task>? Waits { get; set; }

        public WitaLiveDb CreateDbContext() =>
            new SqliteWitaLiveDb((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseWitaLiveSqlite(connection).AddInterceptors(this).Options);

        public async Task<WitaLiveDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await (Waits?.Invoke("") ?? Task.CompletedTask);
            return CreateDbContext();
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await (Waits?.Invoke(command.CommandText) ?? Task.CompletedTask);
            return result;
        }
    }

    private sealed class SignedIn(ClaimsPrincipal who) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(who));
    }

    // A panel that fails fails the test.
    private sealed class NothingFails : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.FromException(exception);
    }

    private sealed class Here : NavigationManager
    {
        public Here(string address) => Initialize("https://live.example.be/", $"https://live.example.be/{address}");
    }
}
