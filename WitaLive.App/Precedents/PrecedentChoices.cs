using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Precedents;

/// <summary>What past decisions can be narrowed to: the codes of today's rules.</summary>
public sealed class PrecedentChoices(RuleBook rules, TimeProvider clock)
{
    public (ImmutableArray<string> Domains, ImmutableArray<string> Outcomes, ImmutableArray<string> Reasons) Today
    {
        get
        {
            var inForce = rules.On(clock.GetUtcNow().DayInBrussels());
            return (inForce.Composition.Domains, inForce.FileKinds.Find(FileKind.Application)?.Outcomes ?? [], inForce.FileKinds.ActivityReasons);
        }
    }
}
