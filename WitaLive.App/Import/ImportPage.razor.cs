using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.App.Import;

[Authorize(Policies.Secretariat)]
public sealed partial class ImportPage(
    Importers importers, AuthenticationStateProvider people, IStringLocalizer<ImportTexts> texts, IStringLocalizer<RefusalTexts> refusals)
    : ComponentBase, IDisposable
{
    private static readonly ReadLimits s_limits = new();
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _work;
    private FileStream? _file;
    private string? _name;
    private ImportPreview? _preview;
    private ImportKind _kindOfFile;
    private NoticeKind _kind;
    private string? _notice;
    private string _step = "Uploading";
    private int _done;
    private bool _takes;

    /// <summary>An <see cref="ImportKind"/> to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    private static ReadLimits Limits => s_limits;

    private string TemplateAddress => $"/import/template/{_kindOfFile.ToString().ToLowerInvariant()}.xlsx";

    private bool IsBusy => _work is not null;

    protected override void OnInitialized()
    {
        if (Enum.TryParse<ImportKind>(Kind, ignoreCase: true, out var asked) && Enum.IsDefined(asked))
            _kindOfFile = asked;
    }

    // The field hears of a file only when its own first rendering is over, which is behind this page's: one chosen before would be lost.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Task.Yield();
        _takes = true;
        StateHasChanged();
    }

    /// <summary>The file given is thrown away with the page; nothing of it stays on the server.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        if (!IsBusy)
            _file?.Dispose();
    }

    private Task TakeAsync(InputFileChangeEventArgs chosen) => WorkAsync("Uploading", async ct =>
    {
        if (chosen.File.Size > s_limits.File)
        {
            Refuse(new SpreadsheetTooLarge(s_limits.File / (1024 * 1024)));
            return;
        }

        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await ReceiveAsync(chosen.File, file, ct);
        }
        catch
        {
            await file.DisposeAsync(); // the file before is kept
            throw;
        }
        if (_file is not null)
            await _file.DisposeAsync();
        (_file, _name) = (file, chosen.File.Name);
        await RunAsync(Check, ct);
    });

    private Task CheckAsync() => WorkAsync("Working", ct => RunAsync(Check, ct));

    // The second button takes over only what has no fault.
    private Task StoreAsync(bool onlySound) =>
        WorkAsync("Writing", ct => RunAsync((by, file, progress, stop) => importers.CarryOutAsync(_kindOfFile, onlySound, by, file, progress, stop), ct));

    private Task<Result<ImportPreview>> Check(ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) => importers.CheckAsync(_kindOfFile, by, file, progress, ct);

    // What was found under the other kind would be confirmed as this one.
    private void Choose(ImportKind kind) => (_kindOfFile, _preview, _notice) = (kind, null, null);

    private void Cancel() => _work?.Cancel();

    private async Task ReceiveAsync(IBrowserFile from, FileStream to, CancellationToken ct)
    {
        await using var source = from.OpenReadStream(s_limits.File, ct);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            Show((int)(to.Length * 100 / Math.Max(from.Size, 1)));
        }
    }

    private async Task WorkAsync(string step, Func<CancellationToken, Task> work)
    {
        if (IsBusy)
            return; // a second click while the first is at work

        _work = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        (_step, _done, _notice, _preview) = (step, 0, null, step == "Writing" ? _preview : null);
        try
        {
            await work(_work.Token);
        }
        catch (OperationCanceledException)
        {
            (_kind, _notice) = (NoticeKind.Information, texts[_name is null ? "UploadFailed" : "Cancelled"]);
        }
        catch (IOException)
        {
            (_kind, _notice) = (NoticeKind.Problem, texts["UploadFailed"]);
        }
        finally
        {
            _work.Dispose();
            _work = null;
            if (_left.IsCancellationRequested && _file is not null)
                await _file.DisposeAsync();
        }
    }

    private async Task RunAsync(
        Func<ClaimsPrincipal, Stream, IProgress<ImportProgress>?, CancellationToken, Task<Result<ImportPreview>>> run, CancellationToken ct)
    {
        if (_step == "Uploading")
            (_step, _done) = ("Working", 0);
        StateHasChanged();
        var by = (await people.GetAuthenticationStateAsync()).User;
        // Reading is hard work without waiting: on a thread of its own the screen stays alive and «Cancel» is heard.
        switch (await Task.Run(() => run(by, _file!, new Steps(this), ct), ct))
        {
            case Result<ImportPreview>.Ok(var preview):
                _preview = preview;
                (_kind, _notice) = Said(preview);
                break;
            case Result<ImportPreview>.Refused(var why):
                Refuse(why);
                break;
            default:
                break;
        }
    }

    private (NoticeKind Kind, string? Text) Said(ImportPreview preview) => preview switch
    {
        { Problems.Length: > 0, IsWritten: true } => (NoticeKind.Done, texts["StoredSound", preview.Lines.Length]),
        { Problems.Length: > 0 } => (NoticeKind.Problem, texts["ProblemsFound", preview.Problems.Length]),
        { IsWritten: true } => (NoticeKind.Done, texts["Stored", preview.Rows]),
        { ChangesNothing: true } => (NoticeKind.Information, texts["NothingToChange"]),
        _ => (NoticeKind.Information, texts["RowsRead", preview.Rows]),
    };

    private void Refuse(Refusal why) => (_kind, _notice) = (NoticeKind.Problem, string.Format(CultureInfo.CurrentCulture, refusals[why.Key], [.. why.Gaps]));

    private void Show(int done)
    {
        if (done == _done)
            return;
        _done = done;
        StateHasChanged();
    }

    // Comes from the working thread: hands each whole per cent to the circuit and does not wait for the screen.
    private sealed class Steps(ImportPage page) : IProgress<ImportProgress>
    {
        private int _last;

        public void Report(ImportProgress value)
        {
            if (value.Done == _last)
                return;
            _last = value.Done;
            _ = page.InvokeAsync(() => page.Show(value.Done));
        }
    }
}
