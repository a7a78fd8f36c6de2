namespace WitaLive.Domain.Applications;

/// <summary>A field of a line of a profile that has to be filled in.</summary>
public enum LineField
{
    Domain,
    Kind,
    Function,
    Project,
    From,

    /// <summary>Missing, or before the first day.</summary>
    Until,
    Contribution,
    Year,
    Amount,
    Activity,
    Work,
    Reason,
}

internal static class LineFields
{
    public static ImmutableArray<LineField> Of(params ReadOnlySpan<(LineField Field, bool IsMissing)> fields)
    {
        var missing = ImmutableArray.CreateBuilder<LineField>();
        foreach (var (field, isMissing) in fields)
        {
            if (isMissing)
                missing.Add(field);
        }
        return missing.ToImmutable();
    }
}
