using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Bodies;

/// <summary>Where an inspection service asks for a suspension or an annulment, and reads what became of what it asked for.</summary>
public sealed partial class InspectionPage(
    ServiceRequests requests, CurrentPerson current, Names names, MeasureWords measures, IStringLocalizer<BodyTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<ApplicationFile> _mine = [];
    private string _service = "";
    private string _number = "";
    private string _ground = "";
    private string _reasons = "";
    private string _address = "";
    private string _language = ApplicationDesk.Languages[0];
    private NoticeKind _kind = NoticeKind.Done;
    private string? _said;

    // What is not filled in is refused with a sentence, without a question before it.
    private bool IsFilledIn => _number.Length > 0 && _ground.Length > 0 && !string.IsNullOrWhiteSpace(_reasons);

    protected override async Task OnInitializedAsync()
    {
        var me = (await current.DemandAsync(Policies.Inspection)).Principal;
        (_service, _mine) = (await requests.ServiceAsync(me, CancellationToken.None), await requests.MineAsync(me, CancellationToken.None));
    }

    private async Task SendAsync()
    {
        var me = (await current.DemandAsync(Policies.Inspection)).Principal;
        switch (await requests.RequestAsync(me, new(_number, _ground, _reasons, _address, _language), CancellationToken.None))
        {
            case Result<SentRequest>.Ok(var sent):
                (_kind, _said, _number, _ground, _reasons, _address) = (NoticeKind.Done, texts[sent.IsByLetter ? "SentByLetter" : "SentByMail", sent.Number], "", "", "", "");
                break;
            case Result<SentRequest>.Refused(var why):
                (_kind, _said) = (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps.Select(gap => gap is DateOnly day ? day.ToLongDay() : gap)]]);
                break;
        }
        _mine = await requests.MineAsync(me, CancellationToken.None);
    }
}
