using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room.Secretariat;

/// <summary>Invited experts and persons heard, who sign the attendance list too.</summary>
public sealed partial class GuestForm(IStringLocalizer<SecretariatTexts> texts) : Part
{
    private static readonly ImmutableArray<Capacity> s_capacities = [Capacity.Expert, Capacity.Heard];

    private readonly string _id = "room-guest";
    private PersonId _guest = new(Guid.NewGuid());
    private Capacity _capacity = Capacity.Expert;
    private string _name = "";
    private bool _online;

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private SignInGuest SignInGuest() => new(_guest, _name, _capacity, _online ? AttendanceMode.Online : AttendanceMode.OnSite);

    private void NextIntention() => (_guest, _name) = (new(Guid.NewGuid()), "");
}
