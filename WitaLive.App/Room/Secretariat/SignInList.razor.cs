using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>The attendance list, signed for those without a screen of their own (rules of procedure, art. 10).</summary>
public sealed partial class SignInList(Names names, IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = "room-find";
    private string _sought = "";

    [Parameter, EditorRequired]
    public required ImmutableArray<AttendanceLine> Lines { get; set; }

    /// <summary>The meeting has ended: times can still be corrected, nobody comes in.</summary>
    [Parameter]
    public bool Over { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    // «helene» finds Hélène.
    private IEnumerable<IGrouping<string, AttendanceLine>> Found => Lines
        .Where(line => CultureInfo.CurrentCulture.CompareInfo.IndexOf(line.Name, _sought.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
        .GroupBy(line => line.Group is { } group ? names.Of(group) : texts["OtherPeople"].Value);
}
