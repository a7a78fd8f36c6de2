namespace WitaLive.Domain.Applications;

/// <summary>What a link that shows a work has to be.</summary>
public static class ProofLink
{
    /// <summary>Unit: characters.</summary>
    public const int Longest = 500;

    private const int LongestName = 80;

    /// <returns>The link as a proof, or why it is none.</returns>
    public static Result<Proof> Of(ProofId id, Guid? about, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var written = typed.Trim();
        if (written.Length > Longest || !Uri.TryCreate(written, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0 || !address.Host.Contains('.', StringComparison.Ordinal) || address.AbsoluteUri.Length > Longest)
            return new LinkUnusable(Longest);
        var name = address.Host + address.PathAndQuery.TrimEnd('/');
        return new Proof(id, about, name.Length > LongestName ? $"{name[..LongestName]}…" : name, "", 0, address.AbsoluteUri);
    }
}

public sealed record LinkUnusable(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}
