using Microsoft.Extensions.Localization;

namespace WitaLive.App.Simulators;

/// <summary>What is wrong with which field. A field is named by its path in the JSON, such as groups.experts.for; the first fault of a field stands.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, (string Key, object[] Gaps)> _errors = [];

    public bool Any => _errors.Count > 0;

    public bool Has(string field) => _errors.ContainsKey(field);

    /// <param name="key">The sentence in SimulatorTexts.</param>
    public void Add(string field, string key, params object[] gaps) => _errors.TryAdd(field, (key, gaps));

    public string? Of(string field, IStringLocalizer texts) =>
        _errors.TryGetValue(field, out var error) ? texts[error.Key, error.Gaps].Value : null;

    public Dictionary<string, string[]> InWords(IStringLocalizer texts) =>
        _errors.ToDictionary(e => e.Key, e => new[] { texts[e.Value.Key, e.Value.Gaps].Value });
}
