using Microsoft.Extensions.Localization;
using WitaLive.Domain;

namespace WitaLive.App.Profiles;

/// <summary>The words of a profile's pages, its refusals among them.</summary>
public sealed class ProfileWords(IStringLocalizer<ProfileTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    public string this[string key, params object[] gaps] => texts[key, gaps].Value;

    public string Of(Refusal why) => refusals[why.Key, [.. why.Gaps]].Value;
}
