using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Principles;

/// <summary>Leads somebody of the secretariat to the translations they were given.</summary>
internal sealed class TranslationTask(TranslationAssigning assigning, IStringLocalizer<PrincipleTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) => me.May(Policies.Secretariat)
        ? (await assigning.AwaitedAsync(me.Principal, ct)).Where(one => one.Translator == me.Id)
            .Select(one => new StartTask($"proposals/{one.Id.Value}", texts["TaskTranslate", one.Number, texts[$"Lang_{one.Language}"].Value]))
        : [];
}
