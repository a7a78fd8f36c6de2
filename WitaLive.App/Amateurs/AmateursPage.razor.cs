using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Amateurs;

/// <summary>The register of amateurs and of who engages them. What the list is narrowed to stands in the address.</summary>
public sealed partial class AmateursPage(AmateurList list, CurrentPerson current, IStringLocalizer<AmateurTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private AmateurPage? _page;
    private NoticeKind _kind;
    private string? _notice;
    private Guid _next = Guid.CreateVersion7();
    private string _name = "";
    private AmateurRole _role = AmateurRole.Contractor;
    private string _language = ApplicationDesk.Languages[0];
    private DateOnly? _since;

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Role { get; set; }

    [SupplyParameterFromQuery]
    public string? Measure { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => InAddress.Number(Page) ?? 1;

    private bool IsMeasure => Measure == "true";

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        _page = await list.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Role, Search, IsMeasure, PageNumber), CancellationToken.None);
        _since ??= _page.Today;
    }

    private async Task RecordAsync()
    {
        var wish = new RecordedAmateur(_next, _name, _role, _language, _since ?? DateOnly.MaxValue);
        switch (await list.RecordAsync((await current.DemandAsync(Policies.Secretariat)).Principal, wish, CancellationToken.None))
        {
            case Result<AmateurRegistration>.Ok(var made):
                (_kind, _notice, _name, _next) = (NoticeKind.Done, texts["Recorded", made.Number].Value, "", Guid.CreateVersion7());
                break;
            case Result<AmateurRegistration>.Refused(var why):
                (_kind, _notice) = (NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]].Value);
                break;
        }
        await ReloadAsync();
    }
}
