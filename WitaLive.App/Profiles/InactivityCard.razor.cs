using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>One time without work of a profile.</summary>
public sealed partial class InactivityCard(ProfileWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Inactivity Time { get; set; }

    [Parameter, EditorRequired]
    public required int Number { get; set; }

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    [Parameter, EditorRequired]
    public required Func<Func<Profile, Result<Profile>>, Task<Refusal?>> Change { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Guid Id => Time.Id.Value;

    private IEnumerable<(string, string)> Reasons => Enum.GetValues<InactivityReason>().Select(reason => (reason.ToString(), texts[$"Reason{reason}"]));

    private Task<Refusal?> Set(TextChange change, Func<Inactivity, string, Result<Inactivity>> write) => Change(profile => profile.With(Time.Id, one => change.On(one, write)));

    private Task<Refusal?> RemoveAsync() => Change(profile => profile.Without(Id));
}
