using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Who was chosen to preside over a restricted chamber, when and how; the secretariat records another choice.</summary>
public sealed partial class ElectionPanel(ElectionDesk desk, CurrentPerson current, SeatWords words, PlanSentences sentences, IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<ChairRole> s_roles = [Domain.Chambers.Chamber.ChairRole, Domain.Chambers.Chamber.SubstituteChairRole];

    private ImmutableArray<ChoiceLine>? _lines;
    private bool _isSecretariat;
    private ChairRole _role = Domain.Chambers.Chamber.ChairRole;
    private string? _person;
    private string _on = "";
    private string _until = "";
    private ChairChoosing _how;
    private NoticeKind _kind;
    private string? _said;

    [Parameter, EditorRequired]
    public required ChamberOnDay Chamber { get; set; }

    /// <summary>Someone else presides from now on.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private IEnumerable<Person> Members => Chamber.VotingSeats.SelectMany(s => s.Duo);

    protected override async Task OnInitializedAsync()
    {
        _isSecretariat = (await current.GetAsync()).May(Policies.Secretariat);
        _on = DayText.Of(words.Today);
        await ReadAsync();
    }

    private async Task ReadAsync() => _lines = await desk.ListAsync((await current.GetAsync()).Principal, Chamber.Id, CancellationToken.None);

    private async Task RecordAsync()
    {
        if (PersonSelect.PersonOf(_person) is not { } person || DayText.ReadNear(_on) is not { } on)
        {
            (_kind, _said) = (NoticeKind.Problem, texts["FormIncomplete"]);
            return;
        }
        var me = await current.DemandAsync(Policies.Secretariat);
        var why = await desk.RecordAsync(me.Principal, Chamber.Id, _role, person, on, _how, DayText.Read(_until), CancellationToken.None);
        (_kind, _said) = why is null ? (NoticeKind.Done, texts["ChoiceRecorded"].Value) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
        if (why is null)
            await OnChanged.InvokeAsync();
    }
}
