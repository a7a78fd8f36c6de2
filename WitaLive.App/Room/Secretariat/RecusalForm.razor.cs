using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>A member does not take part in an item, entered on the member's word (rules of procedure, art. 53).</summary>
public sealed partial class RecusalForm(IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = "room-recusal";
    private Guid _item;
    private Guid _person;

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private IEnumerable<PersonId> People => Meeting.Plan!.Seats.SelectMany(seat => new[] { seat.Effective, seat.Substitute }.OfType<PersonId>())
        .Concat(Meeting.Plan.Presiders.Select(presider => presider.Person)).Distinct();

    protected override void OnParametersSet()
    {
        if (Meeting.Waiting.All(item => item.Id.Value != _item))
            _item = (Meeting.CurrentItem ?? Meeting.Waiting.FirstOrDefault())?.Id.Value ?? Guid.Empty;
    }

    private Recuse Recuse() => new(new(_item), new(_person));

    private void Clear() => _person = Guid.Empty;
}
