namespace WitaLive.Domain.Rules;

/// <summary>A rule file that cannot be used; the message names the file and the place in it.</summary>
public sealed class RuleDataException(string file, string place, string why, Exception? inner = null)
    : Exception($"{file}, {place}: {why}", inner)
{
    public string File { get; } = file;

    public string Place { get; } = place;
}
