using Microsoft.Extensions.Localization;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Measures;

/// <summary>The words of pages about measures: their own texts, the states of files, and refusals.</summary>
public sealed class MeasureWords(IStringLocalizer<MeasureTexts> texts, IStringLocalizer<FileTexts> files, IStringLocalizer<RefusalTexts> refusals, Names names)
{
    public string this[string key, params object[] gaps] => texts[key, gaps].Value;

    public string Of(FileState state) => files[$"State{state}"].Value;

    /// <summary>Where a request stands. Whoever it is against is invited with the request itself, before any chamber wishes to hear them.</summary>
    public string Of(ApplicationFile file) => file is { State: FileState.AwaitingHearing, AppealOfId: null } ? texts["Invited"].Value : Of(file.State);

    /// <summary>What the rules name.</summary>
    public string Name(string key) => names.Of(key);

    public string Of(Refusal why) => refusals[why.Key, [.. why.Gaps.Select(gap => gap is DateOnly day ? day.ToLongDay() : gap)]].Value;
}
