using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>A file on one screen: what was sent in with its proofs and sums, where it is, its clock with the working, and what can be done now.</summary>
public sealed partial class FilePage(FileReading reading, FileDesk desk, CurrentPerson current, IStringLocalizer<FileTexts> words, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private FileSheet? _sheet;
    private FileBackground? _background;
    private bool _missing;
    private NoticeKind _kind;
    private string? _notice;
    private string _note = "";
    private Guid _noteKey = Guid.CreateVersion7();

    [Parameter]
    public Guid Id { get; set; }

    private ImmutableArray<(string, string)> Keys =>
        [("a", words["KeyActs"]), ("q", words["KeyQuestion"]), ("n", words["KeyNote"]), ("m", words["KeyManager"]), ("u", words["KeyList"])];

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        _sheet = await reading.ReadAsync(me, new(Id), CancellationToken.None);
        _missing = _sheet is null;
        if (_sheet is { } sheet)
            _background = await reading.BackgroundAsync(me, sheet.File, CancellationToken.None);
    }

    private async Task DoAsync(ApplicationCommand command) =>
        await SayAsync(await desk.DoAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), command, CancellationToken.None));

    private async Task CloseAsync() =>
        await SayAsync(await desk.CloseAfterDeathAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), CancellationToken.None));

    private async Task GiveAsync(ChangeEventArgs change)
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        await desk.GiveAsync(me, [new(Id)], Guid.TryParse(change.Value as string, out var manager) ? new PersonId(manager) : null, CancellationToken.None);
        await SayAsync(null);
    }

    private async Task NoteAsync()
    {
        var why = await desk.NoteAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Id), _noteKey, _note, CancellationToken.None);
        if (why is null)
            (_note, _noteKey) = ("", Guid.CreateVersion7());
        await SayAsync(why);
    }

    private async Task SayAsync(Refusal? why)
    {
        (_kind, _notice) = why is null ? (NoticeKind.Done, words["Done"].Value) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        await ReloadAsync();
    }
}
