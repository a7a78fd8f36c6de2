using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;

namespace WitaLive.App.Preparing;

/// <summary>The files on a meeting's agenda, applications and requests for measures: what their reader has not read stands first. The secretariat sees how many members have read each.</summary>
public sealed partial class FilesToRead(FileForMembers files, PreparationDesk desk, CurrentPerson current, IStringLocalizer<PreparingTexts> texts) : ComponentBase
{
    private ImmutableArray<ApplicationFile> _files = [];
    private ImmutableHashSet<FileId>? _read;
    private ImmutableDictionary<FileId, int> _counts = ImmutableDictionary<FileId, int>.Empty;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    /// <summary>The file that is open beside the list.</summary>
    [Parameter]
    public FileId? Current { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _read = await desk.ReadByMeAsync(me, Meeting, CancellationToken.None);
        if (_read is null)
            _counts = await desk.CountsAsync(me, Meeting, CancellationToken.None);
        _files = [.. (await files.OfMeetingAsync(me, Meeting, CancellationToken.None)).OrderBy(file => _read?.Contains(file.Id) == true)];
    }
}
