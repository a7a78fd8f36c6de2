using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>The applications on a meeting's agenda, for whom they concern to prepare.</summary>
public sealed partial class FilesToRead(FileForMembers files, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private ImmutableArray<ApplicationFile> _files = [];

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _files = await files.OfMeetingAsync((await current.DemandAsync(Policies.SignedIn)).Principal, Meeting, CancellationToken.None);
}
