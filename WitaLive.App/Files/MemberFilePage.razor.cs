using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Files;

/// <summary>An application as a member of its chamber reads it, and the way to the next one: seventy a meeting is the load of the trade.</summary>
public sealed partial class MemberFilePage(
    FileForMembers files, WitaLive.App.Preparing.PreparationDesk desk, CurrentPerson current, NavigationManager navigation, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private FileSheet? _sheet;
    private ApplicationFile? _before;
    private ApplicationFile? _after;
    private bool _missing;
    private int _counted;

    [Parameter]
    public Guid Meeting { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _sheet = await files.ReadAsync(me, new(Meeting), new(Id), CancellationToken.None);
        _missing = _sheet is null;
        CountAnew();
        var all = (await files.OfMeetingAsync(me, new(Meeting), CancellationToken.None)).ToList();
        var at = all.FindIndex(file => file.Id.Value == Id);
        (_before, _after) = (at > 0 ? all[at - 1] : null, at >= 0 && at < all.Count - 1 ? all[at + 1] : null);
    }

    private void CountAnew() => _counted++;

    // When all are read, back to the meeting.
    private async Task ToNextUnreadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        navigation.NavigateTo(await desk.NextUnreadAsync(me, new(Meeting), new(Id), CancellationToken.None) is { } next ? FilePlaces.OfMember(new(Meeting), next) : $"meetings/{Meeting}");
    }
}
