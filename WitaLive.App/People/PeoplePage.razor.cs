using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.People;

/// <summary>Everyone the Commission knows, and the way to invite them.</summary>
public sealed partial class PeoplePage(
    PeopleDesk desk, Inviting inviting, CurrentPerson current, IStringLocalizer<PeopleTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<PersonLine>? _lines;
    private int _waiting;
    private NoticeKind _kind = NoticeKind.Done;
    private string? _notice;

    [SupplyParameterFromQuery]
    public string? Find { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var me = await current.DemandAsync(Policies.People);
        var all = await desk.ListAsync(me.Principal, Find, null, CancellationToken.None);
        _lines = Enum.TryParse<PersonStatus>(Status, out var status) ? [.. all.Where(line => line.Status == status)] : all;
        _waiting = (Find is null or "" ? all : await desk.ListAsync(me.Principal, null, null, CancellationToken.None)).Count(line => line.Status == PersonStatus.NotInvited);
    }

    private async Task InviteAsync(Person person)
    {
        var me = await current.DemandAsync(Policies.People);
        var why = await inviting.InviteAsync(me.Principal, person.Id, CancellationToken.None);
        (_kind, _notice) = why is null
            ? (NoticeKind.Done, texts["Invited", person.FullName].Value)
            : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        await ReadAsync();
    }

    private async Task InviteAllAsync()
    {
        var me = await current.DemandAsync(Policies.People);
        var invited = await inviting.InviteAllAsync(me.Principal, CancellationToken.None);
        (_kind, _notice) = (NoticeKind.Done, texts["InvitedAll", invited]);
        await ReadAsync();
    }

    private static string BadgeOf(PersonStatus status) => status switch
    {
        PersonStatus.Active => "badge-done",
        PersonStatus.Invited => "badge-accent",
        PersonStatus.Disabled => "badge-problem",
        _ => "badge-warning",
    };
}
