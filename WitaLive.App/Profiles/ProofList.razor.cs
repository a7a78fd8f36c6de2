using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>The papers that prove one line, and a field to add some, several at once.</summary>
public sealed partial class ProofList(ProofDesk desk, CurrentPerson current, ProfileWords texts) : ComponentBase
{
    private const int MostAtOnce = 20;

    private string? _adding;
    private ImmutableArray<string> _problems = [];
    private int _round;

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    /// <summary>What they prove; null for the profile itself.</summary>
    [Parameter]
    public Guid? About { get; set; }

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    /// <summary>What they prove, in words.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private string Field => $"proofs-{About?.ToString() ?? "profile"}";

    // One that is refused keeps none of the others out.
    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        _problems = [];
        if (chosen.FileCount > MostAtOnce)
        {
            (_problems, _round) = ([texts["TooManyAtOnce", MostAtOnce]], _round + 1);
            return;
        }
        var (me, done) = (await current.ActingAsync(Assisting), 0);
        foreach (var file in chosen.GetMultipleFiles(MostAtOnce))
        {
            _adding = texts["Adding", file.Name, PlanWords.Size(file.Size)];
            StateHasChanged();
            if (await AddAsync(me, file) is { } why)
                _problems = _problems.Add(texts.Of(why));
            else
                done++;
        }
        (_adding, _round) = (done > 0 ? texts["Added", done] : null, _round + 1);
        await OnChanged.InvokeAsync();
    }

    private async Task<Refusal?> AddAsync(SignedInPerson me, IBrowserFile file)
    {
        if (file.Size > PaperFiles.Largest)
            return new PaperTooLarge(file.Name, PlanWords.Size(PaperFiles.Largest));
        await using var content = file.OpenReadStream(PaperFiles.Largest);
        return await desk.AddAsync(me.Principal, About, file.Name, content, CancellationToken.None);
    }

    private async Task RemoveAsync(Proof proof)
    {
        var me = await current.ActingAsync(Assisting);
        _adding = await desk.RemoveAsync(me.Principal, proof.Id, CancellationToken.None) is { } why ? texts.Of(why) : texts["Removed", proof.Name];
        await OnChanged.InvokeAsync();
    }
}
