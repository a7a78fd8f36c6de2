using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Room.Chair;
using WitaLive.App.Room.Secretariat;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Room;

/// <summary>A panel on somebody's screen, with a meeting behind it that answers. Buttons are found by what they say and really pressed.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly Sitting _sitting;
    private readonly PersonId _me;
    private readonly bool _isSecretariat;
    private readonly ServiceProvider _services;
    private readonly Pressing _renderer;
    private readonly int _root;
    private MeetingView? _view;

    private Screen(Sitting sitting, PersonId me, bool isSecretariat, string language, Type panel)
    {
        (_sitting, _me, _isSecretariat) = (sitting, me, isSecretariat);
        _services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton<TimeProvider>(sitting.Clock)
            .AddSingleton<IJSRuntime>(new NoBrowser())
            .AddSingleton(new Names(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json"))))
            .AddCascadingValue(nameof(RunPanel.Tell), _ => (Action<string?>)(text => Told = text))
            .AddScoped<RoomWords>().AddScoped<RefusalSentences>()
            .BuildServiceProvider();
        _renderer = new(_services);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find(language)!.Culture;
        _root = _renderer.Show(panel, Parameters);
    }

    /// <summary>Every command the buttons have sent.</summary>
    public List<MeetingCommand> Sent { get; } = [];

    /// <summary>What the answer is instead of the meeting's own: null is «could not be recorded».</summary>
    public Func<MeetingCommand, Task<Result<ImmutableArray<MeetingEvent>>?>>? Answer { get; set; }

    /// <summary>What is said above the room.</summary>
    public string? Told { get; private set; }

    public string Html => WebUtility.HtmlDecode(_renderer.HtmlOf(_root));

    /// <summary>What a reader sees, without markup.</summary>
    public string Text => Regex.Replace(Regex.Replace(Html, "<[^>]*>", " "), @"\s+", " ");

    public static Task<Screen> OfChairAsync(Sitting sitting, string language = "en") =>
        OnThreadAsync(sitting, Sitting.Chair, false, language, typeof(ChairPanel));

    public static Task<Screen> OfSecretariatAsync(Sitting sitting, string language = "en") =>
        OnThreadAsync(sitting, Sitting.Secretary, true, language, typeof(SecretariatPanel));

    /// <summary>Presses the button whose text begins so; the nth of them.</summary>
    public Task PressAsync(string label, int nth = 0, long clicks = 0) =>
        RaiseAsync("button", label, "onclick", new MouseEventArgs { Detail = clicks }, nth);

    /// <summary>Ticks a radio button or a checkbox by its label.</summary>
    public Task TickAsync(string label, bool value = true) => RaiseAsync("label", label, "onchange", new ChangeEventArgs { Value = value });

    /// <summary>Fills in the nth field of a kind: textarea, select or input.</summary>
    public async Task FillAsync(string element, object value, int nth = 0)
    {
        await _renderer.RaiseAsync(_root, element, null, ["onchange", "oninput"], new ChangeEventArgs { Value = value }, nth);
        Draw();
    }

    public void Draw() => _renderer.Redraw(_root, Parameters);

    public async ValueTask DisposeAsync()
    {
        await _renderer.CloseAsync();
        await _services.DisposeAsync();
    }

    private static Task<Screen> OnThreadAsync(Sitting sitting, PersonId me, bool isSecretariat, string language, Type panel) =>
        Task.FromResult(new Screen(sitting, me, isSecretariat, language, panel));

    // As a room does it: the same state is the same view, and what two states have in common is the same object.
    private MeetingView View => _view = ReferenceEquals(_view?.Meeting, _sitting.Meeting) ? _view! : new(new(Guid.Empty), _sitting.Meeting, _view);

    private ParameterView Parameters => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        ["View"] = View,
        ["Send"] = (Func<MeetingCommand, Task<Result<ImmutableArray<MeetingEvent>>?>>)SendAsync,
        ["Me"] = _me,
    });

    private async Task RaiseAsync(string element, string label, string name, EventArgs args, int nth = 0)
    {
        await _renderer.RaiseAsync(_root, element, label, [name], args, nth);
        Draw();
    }

    private Task<Result<ImmutableArray<MeetingEvent>>?> SendAsync(MeetingCommand command)
    {
        Sent.Add(command);
        return Answer is not null ? Answer(command) : Task.FromResult<Result<ImmutableArray<MeetingEvent>>?>(_sitting.Try(command, _me, _isSecretariat));
    }
}
