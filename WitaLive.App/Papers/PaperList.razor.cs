using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>The papers of an agenda line: to open, and for the secretariat to add and remove.</summary>
public sealed partial class PaperList(PaperDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<PaperTexts> texts) : ComponentBase
{
    private const int MostAtOnce = 50;

    private string? _adding;
    private ImmutableArray<string> _problems = [];
    private int _round;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    [Parameter, EditorRequired]
    public required AgendaLine Line { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    // One that is refused keeps none of the others out.
    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        _problems = [];
        if (chosen.FileCount > MostAtOnce)
        {
            (_problems, _round) = ([texts["TooManyAtOnce", MostAtOnce]], _round + 1);
            return;
        }

        var (me, done) = (await current.DemandAsync(Policies.Secretariat), 0);
        foreach (var file in chosen.GetMultipleFiles(MostAtOnce))
        {
            _adding = texts["Adding", file.Name, PlanWords.Size(file.Size)];
            StateHasChanged();
            if (await AddAsync(me, file) is { } why)
                _problems = _problems.Add(sentences.Of(why));
            else
                done++;
        }
        (_adding, _round) = (done > 0 ? texts["Added", done].Value : null, _round + 1); // a new field: the same file may be chosen once more
        await OnChanged.InvokeAsync();
    }

    private async Task<Refusal?> AddAsync(SignedInPerson me, IBrowserFile file)
    {
        if (file.Size > PaperFiles.Largest)
            return new PaperTooLarge(file.Name, PlanWords.Size(PaperFiles.Largest));
        await using var content = file.OpenReadStream(PaperFiles.Largest);
        return await desk.AddAsync(me.Principal, Meeting, Line.Id, file.Name, content, CancellationToken.None);
    }

    private async Task RemoveAsync(Paper paper)
    {
        var me = await current.DemandAsync(Policies.Secretariat);
        _adding = await desk.RemoveAsync(me.Principal, Meeting, paper.Id, CancellationToken.None) is { } why ? sentences.Of(why) : texts["Removed", paper.Name];
        await OnChanged.InvokeAsync();
    }
}
