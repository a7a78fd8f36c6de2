using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;

namespace WitaLive.App.Exports;

/// <summary>Makes a workbook of the meetings of a period, a chamber or a member, with its progress; it can be stopped.</summary>
public sealed partial class ExportPage(
    ExportDesk desk, FinishedFiles files, CurrentPerson current, TimeProvider clock, IStringLocalizer<ExportTexts> texts, IStringLocalizer<RefusalTexts> refusals)
    : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _work;
    private ExportChoices? _choices;
    private DateOnly _from;
    private DateOnly _until;
    private string _chamber = "";
    private string _person = "";
    private string _name = "";
    private Guid? _made;
    private int _done;
    private NoticeKind _kind;
    private string? _said;
    private string? _problem;

    private bool IsBusy => _work is not null;

    protected override async Task OnInitializedAsync()
    {
        _until = clock.GetUtcNow().DayInBrussels();
        _from = new(_until.Year, 1, 1);
        _choices = await desk.ChoicesAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        Forget();
    }

    private async Task MakeAsync()
    {
        if (IsBusy)
            return;
        var me = await current.DemandAsync(Policies.Secretariat);
        var wish = new ExportWish(_from, _until, Guid.TryParse(_chamber, out var chamber) ? new(chamber) : null, Guid.TryParse(_person, out var person) ? new(person) : null);
        Forget();
        (_done, _said, _problem, _name) = (0, null, null, desk.NameOf(wish));
        _work = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        var file = FinishedFiles.Create();
        try
        {
            var progress = new Percent(Show);
            // Writing is hard work: on a thread of its own the screen stays alive and «Cancel» is heard.
            if (await Task.Run(() => desk.WriteAsync(me.Principal, wish, file, progress, _work.Token), _work.Token) is { } why)
                _problem = refusals[why.Key, [.. why.Gaps]];
            else
                (_made, file, _kind, _said) = (files.Keep(me.Id, _name, file), null, NoticeKind.Done, texts["Made"]);
        }
        catch (OperationCanceledException)
        {
            (_kind, _said) = (NoticeKind.Information, texts["Cancelled"]);
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
            _work.Dispose();
            _work = null;
            if (_left.IsCancellationRequested)
                Forget();
        }
    }

    private void Cancel() => _work?.Cancel();

    // Fetched once: what is wanted again is made again.
    private void Fetched() => (_made, _said) = (null, null);

    private void Forget()
    {
        if (_made is { } key)
            files.Forget(key);
        _made = null;
    }

    private void Show(int percent) => _ = InvokeAsync(() =>
    {
        if (percent == _done)
            return;
        _done = percent;
        StateHasChanged();
    });
}
