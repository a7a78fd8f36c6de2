using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.People;

/// <summary>One person: who they are, whether they may sign in, their roles.</summary>
public sealed partial class PersonPage(
    PeopleDesk desk, Inviting inviting, CurrentPerson current, IStringLocalizer<PeopleTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private PersonForm _form = new();
    private bool _isNew;
    private PersonId _id;
    private PersonLine? _line;
    private bool _missing;
    private bool _mayGrant;
    private bool _isSelf;
    private Question? _givingUp;
    private int _attempt;
    private NoticeKind _kind = NoticeKind.Done;
    private string? _notice;

    /// <summary>Null for a new person.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    private string Title => _line?.Person.FullName ?? (_missing ? texts["NoSuchPerson"] : texts["AddPerson"]);

    protected override async Task OnParametersSetAsync()
    {
        if (Id is not { } id)
        {
            // One id for a new person, however often the page is drawn; nothing of whoever was shown before.
            if (!_isNew)
                (_isNew, _id, _line, _missing, _form) = (true, new(Guid.NewGuid()), null, false, new());
            return;
        }
        (_isNew, _id) = (false, new(id));
        await ReadAsync();
        _missing = _line is null;
        if (_line is { } line)
            _form.Show(line.Person);
    }

    private async Task ReadAsync()
    {
        var me = await current.DemandAsync(Policies.People);
        (_mayGrant, _isSelf) = (me.May(Policies.Administrator), me.Id == _id);
        _line = await desk.ReadAsync(me.Principal, _id, CancellationToken.None);
    }

    private async Task SaveAsync() => await DoAsync(async me => await desk.SaveAsync(me.Principal, _id, _form.Fields, CancellationToken.None), "Saved");

    private async Task InviteAsync() => await DoAsync(async me => await inviting.InviteAsync(me.Principal, _id, CancellationToken.None), "Invited");

    private async Task SetActiveAsync(bool active) =>
        await DoAsync(async me => await desk.SetActiveAsync(me.Principal, _id, active, CancellationToken.None), active ? "Enabled" : "Disabled");

    private Task TickAsync(string role, bool granted)
    {
        if (granted || role != Roles.Administrator || !_isSelf)
            return SetRoleAsync(role, granted);
        _attempt++;
        return _givingUp!.AskAsync();
    }

    private async Task SetRoleAsync(string role, bool granted)
    {
        _attempt++; // a refused tick goes back to what is true
        await DoAsync(async me => await desk.SetRoleAsync(me.Principal, _id, role, granted, CancellationToken.None), "RolesSaved");
    }

    private async Task DoAsync(Func<SignedInPerson, Task<Refusal?>> act, string done)
    {
        try
        {
            var why = await act(await current.DemandAsync(Policies.People));
            await ReadAsync();
            (_kind, _notice) = why is null
                ? (NoticeKind.Done, texts[done, _line?.Person.FullName ?? ""].Value)
                : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        }
        catch (UnauthorizedAccessException)
        {
            (_kind, _notice) = (NoticeKind.Problem, texts["OnlyAdministrators"]);
        }
    }
}
