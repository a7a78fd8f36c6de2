using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room.Secretariat;

/// <summary>The times of one stay, which can be put right with a reason. The journal keeps both.</summary>
public sealed partial class StayCorrection(IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = $"stay-{Guid.NewGuid():N}";
    private Stay? _shown;
    private TimeOnly _from;
    private TimeOnly _until;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required PersonId Person { get; set; }

    [Parameter, EditorRequired]
    public required int Index { get; set; }

    [Parameter, EditorRequired]
    public required Stay Stay { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // Only when the stay itself has changed: what is being typed is not overwritten.
    protected override void OnParametersSet()
    {
        if (_shown == Stay)
            return;
        (_shown, _from, _until) = (Stay, TimeOf(Stay.From), TimeOf(Stay.Until ?? Stay.From));
    }

    private static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.InBrussels().DateTime);

    private CorrectAttendance Correct() => new(Person, Index, Stay.From.AtTime(_from), Stay.Until?.AtTime(_until), _reason);

    private void Clear() => _reason = "";
}
