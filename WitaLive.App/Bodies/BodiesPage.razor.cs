using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Bodies;

/// <summary>Who enters for an institution or an inspection service, and where an administrator lets somebody in.</summary>
public sealed partial class BodiesPage(BodyDesk desk, CurrentPerson current, Names names, IStringLocalizer<BodyTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<RepresentativeLine>? _lines;
    private PersonId _id = new(Guid.NewGuid());
    private BodyKind _bodyKind;
    private string _body = "";
    private string _given = "";
    private string _family = "";
    private string _email = "";
    private string _language = Language.All[0].Code;
    private NoticeKind _kind = NoticeKind.Done;
    private string? _said;

    protected override async Task OnInitializedAsync() => _lines = await desk.ListAsync((await current.DemandAsync(Policies.Administrator)).Principal, CancellationToken.None);

    private void Choose(BodyKind kind) => (_bodyKind, _body) = (kind, "");

    private async Task AddAsync()
    {
        var why = await DoAsync(me => desk.AddAsync(me, _id, new(_given, _family, _email, _language, _bodyKind, _body), CancellationToken.None), texts["Added", _email]);
        if (why is null)
            (_id, _body, _given, _family, _email) = (new(Guid.NewGuid()), "", "", "", "");
    }

    private async Task SetActiveAsync(RepresentativeLine line, bool active) =>
        await DoAsync(me => desk.SetActiveAsync(me, line.Person.Id, active, CancellationToken.None), texts[active ? "IsLetIn" : "IsShutOut", line.Person.FullName]);

    private async Task<Refusal?> DoAsync(Func<System.Security.Claims.ClaimsPrincipal, Task<Refusal?>> act, string done)
    {
        var me = (await current.DemandAsync(Policies.Administrator)).Principal;
        var why = await act(me);
        (_kind, _said) = why is null ? (NoticeKind.Done, done) : (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
        _lines = await desk.ListAsync(me, CancellationToken.None);
        return why;
    }

    private string BodyOf(RepresentativeLine line) => line.Kind is BodyKind.Inspection ? names.Of($"requester.{line.Body}") : line.Body;

    private string StatusOf(RepresentativeLine line) => !line.Person.IsActive ? texts["StatusShutOut"]
        : line.HasEntered ? texts["StatusActive"] : texts["StatusInvited", line.InvitedAt is { } at ? at.ToDayAndTime() : "–"];
}
