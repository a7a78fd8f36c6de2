using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>Voices given for this one meeting, received before it starts.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 3; rules of procedure, art. 6 § 6.</remarks>
public sealed partial class ProxyForm(TimeProvider clock, IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = $"proxy-{Guid.NewGuid():N}";
    private Guid _giver;
    private Guid _holder;
    private DateOnly _signed = clock.GetUtcNow().DayInBrussels();

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private IEnumerable<PersonId> Members => Meeting.Plan!.Seats.Where(seat => seat.Id.Value != _giver)
        .SelectMany(seat => new[] { seat.Effective, seat.Substitute }.OfType<PersonId>());

    // Of one giver there is one proxy: another holder takes its place.
    private Proxy? Replaced => Meeting.Proxies.TryGetValue(new(_giver), out var given) && given.Holder.Value != _holder ? given : null;

    private ReceiveProxy Receive() => new(new(_giver), new(_holder), BrusselsTime.At(_signed, default));

    private void Clear() => (_giver, _holder) = (Guid.Empty, Guid.Empty);
}
