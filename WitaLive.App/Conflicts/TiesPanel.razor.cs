using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>On one's own account page: employers, federations and names one is tied to.</summary>
public sealed partial class TiesPanel(OwnTies own, PlanSentences sentences, IStringLocalizer<ConflictTexts> texts) : ComponentBase
{
    private SignedInPerson? _me;
    private ImmutableArray<DeclaredTie> _ties = [];
    private NoticeKind _kind;
    private string? _said;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "ties")]
    public string? Kind { get; set; }

    [SupplyParameterFromForm(FormName = "ties")]
    public string? Words { get; set; }

    [SupplyParameterFromForm(FormName = "ties")]
    public string? Remove { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = SignedInPerson.Of(Http.User);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_me is not null)
            _ties = await own.ReadAsync(_me.Id, Http.RequestAborted);
    }

    private async Task ActAsync()
    {
        Policies.Demand(Http.User, Policies.SignedIn);
        if (_me is null)
            return;
        if (Guid.TryParse(Remove, out var removed))
        {
            await own.RemoveAsync(_me.Id, removed, Http.RequestAborted);
            (_kind, _said) = (NoticeKind.Done, texts["TieRemoved"]);
        }
        else if (Enum.TryParse<TieKind>(Kind, out var kind) && Tie.Declared.Contains(kind))
        {
            var why = await own.AddAsync(_me.Id, kind, Words ?? "", Http.RequestAborted);
            (_kind, _said) = why is null ? (NoticeKind.Done, texts["TieAdded"].Value) : (NoticeKind.Problem, sentences.Of(why));
        }
        await ReadAsync();
    }
}
