using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Fees;

/// <summary>Fees of a quarter: one's own, and for the secretariat everyone's with the control total.</summary>
public sealed partial class FeesPage(FeeDesk desk, CurrentPerson current, PlanSentences sentences, IStringLocalizer<FeeTexts> texts) : ComponentBase
{
    private Quarter _quarter;
    private Statement? _own;
    private FeeRule? _rule;
    private decimal? _index;
    private QuarterOfFees? _all;
    private bool _isSecretariat;

    [SupplyParameterFromQuery]
    public string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "quarter")]
    public string? Number { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _quarter = Quarter.Of(InAddress.Number(Year), InAddress.Number(Number)) ?? desk.Current;
        var me = await current.GetAsync();
        _isSecretariat = me.May(Policies.Secretariat);
        _all = _isSecretariat ? await desk.ReadAsync(me.Principal, _quarter, CancellationToken.None) : null;
        (_own, _rule, _index) = await desk.OwnAsync(me.Principal, _quarter, CancellationToken.None);
    }
}
