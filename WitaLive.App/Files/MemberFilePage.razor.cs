using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>An application as a member of its chamber reads it, and the way to the next one: seventy a meeting is the load of the trade.</summary>
public sealed partial class MemberFilePage(
    FileForMembers files, WitaLive.App.Preparing.PreparationDesk desk, CurrentPerson current, NavigationManager navigation, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private FileSheet? _sheet;
    private FileId? _before;
    private FileId? _after;
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
        var all = (await files.OfMeetingAsync(me, new(Meeting), CancellationToken.None)).Where(f => !f.IsMeasure).Select(f => f.Id).ToList();
        var at = all.IndexOf(new(Id));
        (_before, _after) = (at > 0 ? all[at - 1] : null, at >= 0 && at < all.Count - 1 ? all[at + 1] : null);
    }

    private void CountAnew() => _counted++;

    // Onward in the order of the agenda, and round to its beginning; when all are read, back to the meeting.
    private async Task ToNextUnreadAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        var all = (await files.OfMeetingAsync(me, new(Meeting), CancellationToken.None)).Where(f => !f.IsMeasure).Select(f => f.Id).ToList();
        var read = await desk.ReadByMeAsync(me, new(Meeting), CancellationToken.None) ?? [];
        var next = all.Skip(all.IndexOf(new(Id)) + 1).Concat(all).Where(file => !read.Contains(file)).Select(file => (FileId?)file).FirstOrDefault();
        navigation.NavigateTo(next is { } file ? $"meetings/{Meeting}/files/{file.Value}" : $"meetings/{Meeting}");
    }
}
