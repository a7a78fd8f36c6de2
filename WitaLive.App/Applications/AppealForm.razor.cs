using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>An internal appeal in the making: what is new or to be made clear, with papers.</summary>
public sealed partial class AppealForm(AppealDesk desk, ProofDesk papers, CurrentPerson current, NavigationManager navigation, ApplicationWords texts) : ComponentBase
{
    private string _element = "";
    private string? _problem;
    private ImmutableArray<Guid> _arrived = [];
    private ImmutableArray<Proof> _proofs = [];

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>How long one may appeal. Unit: months.</summary>
    [Parameter]
    public int Months { get; set; }

    /// <summary>Where the reader finds the appeal.</summary>
    [Parameter]
    public string Files { get; set; } = "my/applications";

    private async Task AddAsync(Guid arrived)
    {
        var me = await current.DemandAsync(Policies.Account);
        _arrived = _arrived.Add(arrived);
        _proofs = await papers.KeptAsync(me.Principal, _arrived, CancellationToken.None);
    }

    private async Task SendAsync()
    {
        switch (await desk.AppealAsync((await current.DemandAsync(Policies.Account)).Principal, File, _element, _proofs, CancellationToken.None))
        {
            case Result<FileId>.Ok(var appeal):
                navigation.NavigateTo($"{Files}/{appeal.Value}");
                break;
            case Result<FileId>.Refused(var why):
                _problem = texts.Of(why);
                break;
        }
    }
}
