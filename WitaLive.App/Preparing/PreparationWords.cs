using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Preparing;

/// <summary>The words round the preparation of a file, refusals among them.</summary>
public sealed class PreparationWords(IStringLocalizer<PreparingTexts> texts, IStringLocalizer<RefusalTexts> refusals, Names names)
{
    public IStringLocalizer<PreparingTexts> Texts => texts;

    public Names Names => names;

    public string Of(Refusal why) => refusals[why.Key, [.. why.Gaps]];
}
