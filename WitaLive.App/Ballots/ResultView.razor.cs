using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>What a closed ballot came to, in words, with the exact fraction and each group's votes.</summary>
public sealed partial class ResultView(IStringLocalizer<BallotTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required Ballot Ballot { get; set; }

    [Parameter, EditorRequired]
    public required BallotResult Result { get; set; }

    private OptionResult Shown => Result.Options.FirstOrDefault(o => o.Option == Result.Carried) ?? Result.Options[0];
}
