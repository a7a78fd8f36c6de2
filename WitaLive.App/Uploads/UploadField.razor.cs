using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using WitaLive.App.Controls;

namespace WitaLive.App.Uploads;

/// <summary>A field that sends files, several at once, each with its progress. After a cut each goes on where it was (UploadField.razor.js).</summary>
/// <remarks>Sending is the browser's and needs no circuit; this part hears of each file that has arrived as soon as there is one again.</remarks>
public sealed partial class UploadField(IJSRuntime js, IStringLocalizer<UploadTexts> texts) : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _module;
    private DotNetObjectReference<UploadField>? _self;
    private ImmutableArray<string> _problems = [];
    private int _done;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>On the button.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The same for who does not see what stands round it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Which kinds, and how large at most.</summary>
    [Parameter, EditorRequired]
    public required string Hint { get; set; }

    [Parameter, EditorRequired]
    public required UploadKind Kind { get; set; }

    [Parameter]
    public Guid? About { get; set; }

    [Parameter]
    public Guid? Meeting { get; set; }

    /// <summary>For whom one fills in; null for oneself.</summary>
    [Parameter]
    public Guid? Whose { get; set; }

    /// <summary>So many at once.</summary>
    [Parameter]
    public int Most { get; set; } = 20;

    /// <summary>One has arrived: its id.</summary>
    [Parameter]
    public EventCallback<Guid> OnArrived { get; set; }

    private string Offer => JsonSerializer.Serialize(new { kind = Kind.ToString(), about = About, meeting = Meeting, whose = Whose });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Uploads/UploadField.razor.js"]}");
        await _module.InvokeVoidAsync("watch", _root, _self);
    }

    /// <summary>Files were chosen: what was said of those before them is over.</summary>
    /// <returns>Whether so many may be sent at once.</returns>
    [JSInvokable]
    public bool Chosen(int files)
    {
        (_done, _problems) = (0, files > Most ? [texts["TooManyAtOnce", Most]] : []);
        StateHasChanged();
        return files <= Most;
    }

    [JSInvokable]
    public async Task ArrivedAsync(Guid id)
    {
        _done++;
        await OnArrived.InvokeAsync(id);
        StateHasChanged();
    }

    /// <summary>One that is refused keeps none of the others out.</summary>
    [JSInvokable]
    public void Refused(string why)
    {
        _problems = _problems.Add(why);
        StateHasChanged();
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _module.LetGoAsync();
    }
}
