using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What the Commission has adopted about the activities of an application: read once for all of them.</summary>
/// <param name="Cadastre">The entries that were chosen.</param>
/// <param name="Principles">In force today.</param>
public sealed record ActivityReadings(ImmutableArray<AdoptedHistory> Cadastre, ImmutableArray<AdoptedEntry> Principles)
{
    public static ActivityReadings Empty { get; } = new([], []);

    /// <summary>What the cadastre calls the entry that was chosen, as it was then; null where it knows no such entry.</summary>
    public Said? TitleOf(Activity activity, string language) => activity.Entry is { } chosen
        ? Cadastre.FirstOrDefault(entry => entry.Code == chosen.Code)?.Versions.FirstOrDefault(version => version.Number == chosen.Version)?.Content.Proposal.Wording.Title(language)
        : null;

    /// <summary>Those that name the entry; and, for they speak of the art as a whole, those of its art that name no entry.</summary>
    public ImmutableArray<AdoptedEntry> About(Activity activity) =>
    [
        .. Principles.Where(principle => principle.Proposal.Activities.IsEmpty
            ? activity.Domain is { } domain && principle.Proposal.Domains.Contains(domain)
            : activity.Entry is { } chosen && principle.Proposal.Activities.Contains(chosen.Code)),
    ];
}
