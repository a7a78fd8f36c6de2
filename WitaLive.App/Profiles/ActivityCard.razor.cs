using Microsoft.AspNetCore.Components;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Profiles;

/// <summary>One activity of a profile.</summary>
public sealed partial class ActivityCard(RuleBook rules, Names names, TimeProvider clock, ProfileWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Activity Activity { get; set; }

    [Parameter, EditorRequired]
    public required int Number { get; set; }

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    [Parameter, EditorRequired]
    public required Func<Func<Profile, Profile>, Task<Refusal?>> Change { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Guid Id => Activity.Id.Value;

    private IEnumerable<(string, string)> Domains =>
        rules.On(Languages.BrusselsTime.DayInBrussels(clock.GetUtcNow())).Composition.Domains.Select(domain => (domain, names.Of($"domain.{domain}")));

    private IEnumerable<(string, string)> Words<TWord>(string key) where TWord : struct, Enum => Enum.GetValues<TWord>().Select(word => (word.ToString(), texts[$"{key}{word}"]));

    private Task<Refusal?> Set(Func<Activity, Activity> change) => Change(profile => profile.With(Activity.Id, change));

    private Task<Refusal?> RemoveAsync() => Change(profile => profile.Without(Id));
}
