using WitaLive.App.Search;
using WitaLive.Domain;

namespace WitaLive.App.Precedents;

/// <summary>What is looked for among past decisions; what is null or empty is not asked for.</summary>
/// <param name="Words">Words of functions and contributions; the last one may be only begun.</param>
public sealed record PrecedentQuery(string? Domain = null, string? Outcome = null, string? Reason = null, string? Words = null)
{
    /// <summary>At least one word of these: the functions of a file at hand.</summary>
    public ImmutableArray<string> AnyOf { get; init; } = [];

    /// <summary>The file at hand and the one it appeals against: there the applicant is known.</summary>
    public ImmutableArray<FileId> Except { get; init; } = [];

    internal IReadOnlyCollection<string> All =>
    [
        .. Domain is { Length: > 0 } domain ? [Domains(domain)] : Array.Empty<string>(),
        .. Outcome is { Length: > 0 } outcome ? [Outcomes(outcome)] : Array.Empty<string>(),
        .. Reason is { Length: > 0 } reason ? [Reasons(reason)] : Array.Empty<string>(),
    ];

    // Codes are words that nobody types.
    internal static string Domains(string code) => $"xd{FullText.Plain(code)}";

    internal static string Outcomes(string code) => $"xo{FullText.Plain(code)}";

    internal static string Reasons(string code) => $"xr{FullText.Plain(code)}";

    /// <summary>The domains that a decision is found by, as the codes among its words.</summary>
    internal static IEnumerable<string> DomainsOf(string words) => words.Split(' ').TakeWhile(IsCode).Where(word => word.StartsWith("xd", StringComparison.Ordinal));

    // Codes come before what somebody wrote.
    private static bool IsCode(string word) => word.StartsWith("xo", StringComparison.Ordinal) || word.StartsWith("xd", StringComparison.Ordinal) || word.StartsWith("xr", StringComparison.Ordinal);
}
