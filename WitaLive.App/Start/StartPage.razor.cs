using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Start;

/// <summary>For anyone: what this is, and the doors. For whoever is signed in: their next meeting, and what waits for them.</summary>
[AllowAnonymous]
public sealed partial class StartPage(StartDesk desk, CurrentPerson current, Names names, IStringLocalizer<StartTexts> texts, TimeProvider clock) : ComponentBase
{
    private const int Shown = 4;
    private static readonly ImmutableArray<string> s_steps = ["Convene", "Sit", "Report"];

    private static readonly ImmutableArray<(string Address, string Text)> s_open =
    [
        ("amateur", "Amateur"), ("cadastre", "Cadastre"), ("principles", "Principles"), ("sittings", "Sittings"), ("figures", "Figures"), ("check", "Check"), ("simulators", "Simulators"),
    ];

    private bool _read;
    private SignedInPerson? _me;
    private Waiting? _waiting;

    protected override async Task OnInitializedAsync()
    {
        _me = await current.FindAsync();
        if (_me is { IsOutside: false })
            _waiting = await desk.ReadAsync(_me, CancellationToken.None);
        _read = true;
    }

    private static string LeadOf(SignedInPerson me) =>
        me.May(Policies.Secretariat) ? "LeadSecretariat"
        : me.May(Policies.Administrator) ? "LeadAdministrator"
        : "LeadMember";

    private static bool IsSitting(MeetingLine meeting) => meeting.Standing is MeetingStanding.Open or MeetingStanding.Suspended;

    private string TitleOf(MeetingLine meeting) => ChamberTitles.Of(meeting.Chamber, names, Language.Current.Culture);

    // Held online, a meeting has no other place.
    private string PlaceOf(MeetingLine meeting) => meeting.Mode switch
    {
        MeetingMode.Online => texts["Online"],
        MeetingMode.Hybrid => texts["Hybrid", meeting.Place],
        _ => meeting.Place,
    };

    private IEnumerable<(string Address, string Text)> TasksOf(SignedInPerson me, Waiting waiting)
    {
        foreach (var task in waiting.Tasks.Where(task => !task.IsUrgent))
            yield return (task.Address, task.Text);
        if (me.May(Policies.Secretariat))
        {
            yield return ("meetings/new", texts["TaskPlan"]);
            yield return ("import", texts["TaskImport"]);
        }
        else if (!me.May(Policies.Administrator))
        {
            yield return ("chambers", texts["TaskChambers"]);
        }
        yield return ("simulators", texts["TaskSimulators"]);
        yield return ("account", texts["TaskAccount"]);
    }
}
