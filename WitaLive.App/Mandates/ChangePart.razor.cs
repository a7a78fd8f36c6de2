using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Ends the running mandate before its term: the substitute takes over, another duo finishes it, or the seat becomes vacant.</summary>
public sealed partial class ChangePart(IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private ChangeAct _act;
    private MandateEnding _why = MandateEnding.Resigned;
    private string _lastDay = "";
    private string? _effective;
    private string? _substitute;
    private Question? _question;

    [Parameter, EditorRequired]
    public required SeatSheet Sheet { get; set; }

    [Parameter]
    public EventCallback<Changing> OnChange { get; set; }

    private IEnumerable<ChangeAct> Acts => Enum.GetValues<ChangeAct>().Where(act => act is not ChangeAct.Succeed || Sheet.MaySucceed);

    protected override void OnInitialized()
    {
        _act = Acts.First();
        _lastDay = DayText.Of(Sheet.Today);
        _effective = Sheet.Now!.Mandate.Effective.Value.ToString();
    }

    private string TextOf(ChangeAct act) => act is ChangeAct.Succeed ? texts["ActSucceed", Sheet.Now!.Substitute!.FullName] : texts[$"Act{act}"];

    // What is not a day is refused without a question.
    private Task AskAsync() => DayText.ReadNear(_lastDay) is null ? ChangeAsync() : _question!.AskAsync();

    private Task ChangeAsync() => OnChange.InvokeAsync(
        new(_act, DayText.ReadNear(_lastDay), _why, PersonSelect.PersonOf(_effective), PersonSelect.PersonOf(_substitute)));
}
