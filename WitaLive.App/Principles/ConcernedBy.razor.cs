using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>The arts and the activities of the cadastre that something concerns.</summary>
public sealed partial class ConcernedBy(PrincipleWords texts, TimeProvider clock) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Proposal Proposal { get; set; }

    [Parameter]
    public ImmutableArray<AdoptedHistory> Cadastre { get; set; } = [];

    private Said TitleOf(string code) =>
        Cadastre.FirstOrDefault(entry => entry.Code == code)?.Near(clock.GetUtcNow().DayInBrussels()).Content.Proposal.Wording.Title(Language.Current.Code) ?? new(code, Language.Current.Code);
}
