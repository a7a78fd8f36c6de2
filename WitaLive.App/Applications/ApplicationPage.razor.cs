using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>Where an application is, in plain words; what its applicant can do now.</summary>
public sealed partial class ApplicationPage(
    FileReading reading, FileDesk desk, ApplicationDesk applications, CurrentPerson current, ApplicationWords texts) : ComponentBase
{
    private FileSheet? _sheet;
    private bool _missing;
    private int _left;
    private string? _unsent;
    private NoticeKind _kind;
    private string? _notice;

    [Parameter]
    public Guid Id { get; set; }

    private string NextOf(FileSheet sheet) => sheet.File.State switch
    {
        FileState.Withdrawn or FileState.Cancelled when _left == 0 => "NextNoneLeft",
        FileState.OnAgenda when !sheet.CanWithdraw => "NextOnAgendaLate",
        var state => $"Next{state}",
    };

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _sheet = await reading.ReadOwnAsync((await current.DemandAsync(Policies.Account)).Principal, new(Id), CancellationToken.None);
        _missing = _sheet is null;
        (_left, _) = await applications.StillTakenAsync((await current.DemandAsync(Policies.Account)).Principal, CancellationToken.None);
    }

    private async Task DoAsync(ApplicationCommand command)
    {
        var why = await desk.DoOwnAsync((await current.DemandAsync(Policies.Account)).Principal, new(Id), command, CancellationToken.None);
        // Answered in another window meanwhile, the question is gone from the page: what was typed here is not.
        _unsent = why is PointIsClosed && command is AnswerPoint { Answer.Length: > 0 } answer ? answer.Answer : null;
        (_kind, _notice) = why is null ? (NoticeKind.Done, texts["Done"]) : (NoticeKind.Problem, texts.Of(why));
        await ReloadAsync();
    }
}
