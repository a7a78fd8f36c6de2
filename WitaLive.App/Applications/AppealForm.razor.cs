using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>An internal appeal in the making: what is new or to be made clear, with papers.</summary>
public sealed partial class AppealForm(AppealDesk desk, ProofDesk papers, CurrentPerson current, NavigationManager navigation, ApplicationWords texts) : ComponentBase
{
    private string _element = "";
    private string? _problem;
    private ImmutableArray<Proof> _proofs = [];
    private int _round;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>How long one may appeal. Unit: months.</summary>
    [Parameter]
    public int Months { get; set; }

    /// <summary>Where the reader finds the appeal.</summary>
    [Parameter]
    public string Files { get; set; } = "my/applications";

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        var me = await current.DemandAsync(Policies.Account);
        Refusal? why = chosen.File.Size > PaperFiles.Largest ? new PaperTooLarge(chosen.File.Name, PlanWords.Size(PaperFiles.Largest)) : null;
        if (why is null)
        {
            await using var content = chosen.File.OpenReadStream(PaperFiles.Largest);
            var kept = await papers.KeepAsync(me.Principal, chosen.File.Name, content, CancellationToken.None);
            if (kept is Result<Proof>.Ok(var proof))
                _proofs = _proofs.Add(proof);
            why = (kept as Result<Proof>.Refused)?.Why;
        }
        _problem = why is null ? null : texts.Of(why);
        _round++;
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
