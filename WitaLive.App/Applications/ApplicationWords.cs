using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Applications;

/// <summary>The words of an application's page: its texts, its refusals, and what can be decided.</summary>
public sealed class ApplicationWords(IStringLocalizer<ApplicationTexts> texts, IStringLocalizer<RefusalTexts> refusals, Names names)
{
    public string this[string key, params object[] gaps] => texts[key, gaps].Value;

    public string Of(Refusal why) => refusals[why.Key, [.. why.Gaps]].Value;

    public string Outcome(string outcome) => names.Of($"outcome.{outcome}");
}
