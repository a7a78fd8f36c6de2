using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>What the secretariat keeps during a meeting: who is there, votes given without a screen, recusals, notes for the report.</summary>
/// <remarks>The right to each act is the meeting's own: it is asked again when the command is decided.</remarks>
public sealed partial class SecretariatPanel(IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = $"secretariat-{Guid.NewGuid():N}";
    private ImmutableArray<AttendanceLine> _lines = [];

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    /// <summary>Null when it could not be recorded, which the page has then said.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    private Meeting Meeting => View.Meeting;

    private bool IsOver => Meeting.State is MeetingState.Closed or MeetingState.Adjourned;

    private bool NobodyPresides => !IsOver && View.Presiding is null;

    private string ReportAddress => $"/meetings/{View.Id.Value}/report.xlsx";

    private string SecondAddress => $"/meetings/{View.Id.Value}#second";

    // The list is drawn again only when a line of it has changed, not with every vote.
    protected override void OnParametersSet()
    {
        if (Meeting.Plan is null)
            return;
        var lines = AttendanceLine.Of(Meeting);
        if (!lines.SequenceEqual(_lines))
            _lines = lines;
    }

    private string NameOf(PersonId person) => Meeting.NameOf(person);
}
