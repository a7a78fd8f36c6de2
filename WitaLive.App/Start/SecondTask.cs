using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;

namespace WitaLive.App.Start;

/// <summary>Tells the secretariat which meetings failed and wait for their second convocation.</summary>
internal sealed class SecondTask(SecondProposals seconds, PlanSentences sentences, IStringLocalizer<StartTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) => me.May(Policies.Secretariat)
        ? (await seconds.WaitingAsync(me.Principal, ct)).Select(failed => new StartTask(
            $"meetings/{failed.Meeting.Id.Value}#second", texts["TaskSecond", sentences.TitleOf(failed.Chamber), failed.Meeting.Latest.ToLongDay()]))
        : [];
}
