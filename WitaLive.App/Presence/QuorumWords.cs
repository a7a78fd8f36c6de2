using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Rules;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Presence;

internal static class QuorumWords
{
    /// <summary>«Quorum reached: 2 of 3 arts experts; 3 of 3 others.», or what is missing.</summary>
    public static string InWords(this IStringLocalizer<PresenceTexts> texts, Names names, QuorumRule rule, QuorumStatus status)
    {
        if (status.Reached)
            return texts["QuorumReached", string.Join(texts["Between"], rule.Blocs.Zip(status.Blocs, (bloc, s) => texts["BlocThere", s.Present, bloc.Seats, names.Of($"bloc.{bloc.Name}").InSentence()].Value))];

        var missing = rule.Blocs.Zip(status.Blocs)
            .Where(b => !b.Second.IsReached)
            .Select(b => texts["BlocMissing", b.Second.Needed - b.Second.Present, names.Of($"bloc.{b.First.Name}").InSentence()].Value);
        if (!status.ChairPresent)
            missing = missing.Append(texts["ChairMissing"].Value);
        return texts[status.MayDecide ? "QuorumNotNeeded" : "QuorumMissing", string.Join(texts["Between"], missing)];
    }
}
