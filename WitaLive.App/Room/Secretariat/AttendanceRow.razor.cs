using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room.Secretariat;

/// <summary>One person: in what quality, signed in or out and when, and doing either on their behalf.</summary>
public sealed partial class AttendanceRow(IStringLocalizer<SecretariatTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required AttendanceLine Line { get; set; }

    [Parameter]
    public bool Over { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // The group of a seat stands above the rows.
    private string? Quality => Line.Group is null ? texts[$"Capacity{Line.Capacity}"].Value : Line.IsSubstitute ? texts["Substitute"].Value : null;

    private string State => Line.Attendance?.Stays switch
    {
        null or [] => texts["NotSignedIn"],
        [.., { Until: null, Mode: AttendanceMode.Online } stay] => texts["InOnline", stay.From.ToTime()],
        [.., { Until: null } stay] => texts["InOnSite", stay.From.ToTime()],
        [.., var stay] => texts["OutAt", stay.From.ToTime(), stay.Until!.Value.ToTime()],
    };

    private MeetingCommand OnSite() => SignIn(AttendanceMode.OnSite);

    private MeetingCommand Online() => SignIn(AttendanceMode.Online);

    // A guest is not on the plan and comes back by name.
    private MeetingCommand SignIn(AttendanceMode mode) => Line.IsGuest
        ? new SignInGuest(Line.Person, Line.Name, Line.Capacity, mode)
        : new SignIn(Line.Person, mode);
}
