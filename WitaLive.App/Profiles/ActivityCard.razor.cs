using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.App.Principles;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Profiles;

/// <summary>One activity of a profile.</summary>
public sealed partial class ActivityCard(RuleBook rules, Names names, TimeProvider clock, ProfileWords texts) : ComponentBase
{
    // No code of the cadastre: those begin with a letter.
    private const string OwnWords = "-";

    [Parameter, EditorRequired]
    public required Activity Activity { get; set; }

    /// <summary>The activities of the cadastre.</summary>
    [Parameter]
    public ImmutableArray<CadastreOption> Cadastre { get; set; } = [];

    [Parameter, EditorRequired]
    public required int Number { get; set; }

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    [Parameter, EditorRequired]
    public required Func<Func<Profile, Result<Profile>>, Task<Refusal?>> Change { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Guid Id => Activity.Id.Value;

    private DateOnly Today => Languages.BrusselsTime.DayInBrussels(clock.GetUtcNow());

    private IEnumerable<(string, string)> Domains =>
        rules.On(Today).Composition.Domains.Select(domain => (domain, names.Of($"domain.{domain}")));

    // Those of its art and kind that hold today, and the one that was chosen, whatever became of it.
    private IEnumerable<(string, string)> Entries => Activity is { Domain: { } domain, Kind: { } kind }
        ? Cadastre.Where(one => one.Choice.Code == Activity.Entry?.Code || (one.IsValid && one.Domain == domain && one.Kind == kind))
            .OrderBy(one => one.Title, StringComparer.CurrentCulture).Select(one => (one.Choice.Code, one.Title)).Append((OwnWords, texts["EntryNone"]))
        : [];

    private IEnumerable<(string, string)> Words<TWord>(string key) where TWord : struct, Enum => Enum.GetValues<TWord>().Select(word => (word.ToString(), texts[$"{key}{word}"]));

    private Task<Refusal?> Set(TextChange change, Func<Activity, string, Result<Activity>> write) => Change(profile => profile.With(Activity.Id, one => change.On(one, write)));

    // Its title is a beginning for one's own words, where there are none yet.
    private Result<Activity> Choose(Activity of, string code)
    {
        if (code == of.Entry?.Code)
            return of;
        var chosen = Cadastre.FirstOrDefault(one => one.Choice.Code == code);
        return of with
        {
            Entry = chosen?.Choice,
            Function = chosen is not null && (of.Function.Length == 0 || Cadastre.Any(one => one.Choice.Code == of.Entry?.Code && one.Title == of.Function)) ? chosen.Title : of.Function,
        };
    }

    private Task<Refusal?> RemoveAsync() => Change(profile => profile.Without(Id));
}
