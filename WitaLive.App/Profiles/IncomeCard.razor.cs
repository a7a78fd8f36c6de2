using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>One line of income of a profile.</summary>
public sealed partial class IncomeCard(TimeProvider clock, ProfileWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required IncomeLine Line { get; set; }

    [Parameter, EditorRequired]
    public required int Number { get; set; }

    [Parameter]
    public ImmutableArray<Activity> Activities { get; set; } = [];

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    [Parameter, EditorRequired]
    public required Func<Func<Profile, Result<Profile>>, Task<Refusal?>> Change { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Guid Id => Line.Id.Value;

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private IEnumerable<(string, string)> Kinds => Enum.GetValues<IncomeKind>().Select(kind => (kind.ToString(), texts[$"Income{kind}"]));

    private IEnumerable<(string, string)> Choices => Activities.Select((activity, i) => (activity.Id.Value.ToString(), $"{texts["ActivityName", i + 1]} {activity.Function}".Trim()));

    private Task<Refusal?> Set(TextChange change, Func<IncomeLine, string, Result<IncomeLine>> write) => Change(profile => profile.With(Line.Id, one => change.On(one, write)));

    private static Result<IncomeLine> WithYear(IncomeLine line, string text) =>
        Typed.TryWhole(text, out var year) ? line with { Year = year } : new YearUnusable(1950, 2100);

    private static Result<IncomeLine> WithAmount(IncomeLine line, string text) =>
        Typed.TryAmount(text, out var amount) ? line with { Amount = amount } : new AmountUnusable(ProfileCheck.LargestAmount);

    private Task<Refusal?> RemoveAsync() => Change(profile => profile.Without(Id));
}
