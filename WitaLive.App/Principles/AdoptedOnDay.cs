using WitaLive.App.Search;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>One of them, and the version of it that is told of the day.</summary>
public sealed record AdoptedEntry(AdoptedHistory History, DatedVersion<AdoptedText> Version)
{
    public string Code => History.Code;

    public Proposal Proposal => Version.Content.Proposal;
}

/// <summary>Of all there are: what holds on a day, what was adopted by then and is to come, and what is over by then.</summary>
public sealed record AdoptedOnDay(ImmutableArray<AdoptedEntry> Holding, ImmutableArray<AdoptedEntry> ToCome, ImmutableArray<AdoptedEntry> Over)
{
    public static AdoptedOnDay Empty { get; } = new([], [], []);

    public bool IsEmpty => Holding.IsEmpty && ToCome.IsEmpty && Over.IsEmpty;

    /// <param name="words">All of them are to be found, in any language: who looks for «zanger» on a French page finds the singer.</param>
    /// <param name="domain">Null or empty for all.</param>
    public static AdoptedOnDay Of(IEnumerable<AdoptedHistory> all, DateOnly day, string? words, string? domain)
    {
        var sought = FullText.Plain(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<AdoptedEntry> holding = [], toCome = [], over = [];
        foreach (var history in all)
        {
            var (list, version) = history.On(day) is { } holds ? (holding, holds)
                : history.Versions.FirstOrDefault(one => one.From > day && one.Content.AdoptedOn <= day) is { } next ? (toCome, next)
                : (over, history.Versions.LastOrDefault(one => one.Until < day));
            if (version is not null && IsWanted(version.Content.Proposal, history.Code, sought, domain))
                list.Add(new(history, version));
        }
        return new([.. holding], [.. toCome], [.. over]);
    }

    private static bool IsWanted(Proposal proposal, string code, string[] sought, string? domain)
    {
        if (!string.IsNullOrEmpty(domain) && !proposal.Domains.Contains(domain))
            return false;
        if (sought.Length == 0)
            return true;
        var said = FullText.Plain(string.Join(' ', proposal.Wording.Titles.Values.Concat(proposal.Wording.Texts.Values).Prepend(code)));
        return sought.All(word => said.Contains(word, StringComparison.Ordinal));
    }
}
