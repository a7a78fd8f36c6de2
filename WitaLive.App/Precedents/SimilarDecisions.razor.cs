using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Precedents;

/// <summary>Past decisions on files with activities of the same art and like functions as the one at hand.</summary>
public sealed partial class SimilarDecisions(PrecedentSearch search, CurrentPerson current, IStringLocalizer<PrecedentTexts> texts) : ComponentBase
{
    private Precedents? _found;
    private FileId? _of;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>What it appeals against.</summary>
    [Parameter]
    public FileId? Against { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<Activity> Activities { get; set; }

    /// <summary>Nothing leads away from a room.</summary>
    [Parameter]
    public bool IsInRoom { get; set; }

    private string? Domain => Activities.Select(activity => activity.Domain).FirstOrDefault(domain => !string.IsNullOrEmpty(domain));

    private string Address => Domain is { } domain ? $"decisions?domain={Uri.EscapeDataString(domain)}" : "decisions";

    protected override async Task OnParametersSetAsync()
    {
        if (_of == File)
            return;
        (_of, _found) = (File, null);
        await FindAsync();
    }

    private async Task FindAsync() => _found = await search.FindAsync(
        (await current.DemandAsync(Policies.SignedIn)).Principal,
        new PrecedentQuery(Domain) { AnyOf = [.. Activities.Select(activity => activity.Function)], Except = [File, .. Against is { } against ? [against] : Array.Empty<FileId>()] },
        CancellationToken.None);
}
