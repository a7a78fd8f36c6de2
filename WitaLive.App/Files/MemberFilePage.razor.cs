using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>An application as a member of its chamber reads it, and the way to the next one: seventy a meeting is the load of the trade.</summary>
public sealed partial class MemberFilePage(FileForMembers files, CurrentPerson current, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private FileSheet? _sheet;
    private FileId? _before;
    private FileId? _after;
    private bool _missing;

    [Parameter]
    public Guid Meeting { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _sheet = await files.ReadAsync(me, new(Meeting), new(Id), CancellationToken.None);
        _missing = _sheet is null;
        var all = (await files.OfMeetingAsync(me, new(Meeting), CancellationToken.None)).Where(f => !f.IsMeasure).Select(f => f.Id).ToList();
        var at = all.IndexOf(new(Id));
        (_before, _after) = (at > 0 ? all[at - 1] : null, at >= 0 && at < all.Count - 1 ? all[at + 1] : null);
    }
}
