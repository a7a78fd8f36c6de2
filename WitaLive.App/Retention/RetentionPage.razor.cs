using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Retention;

/// <summary>How long things are kept, as the rules in force say, and what was removed, night by night.</summary>
public sealed partial class RetentionPage(RetentionDesk desk, CurrentPerson current, IStringLocalizer<RetentionTexts> texts) : ComponentBase
{
    private RetentionSheet? _sheet;

    protected override async Task OnInitializedAsync() =>
        _sheet = await desk.ReadAsync((await current.DemandAsync(Policies.Administrator)).Principal, CancellationToken.None);

    private ImmutableArray<(string What, string HowLong)> Periods(RetentionSheet sheet) =>
    [
        ("OfAttestation", texts["Years", sheet.Rule.YearsAfterAttestation].Value),
        ("OfFile", texts["Years", sheet.Rule.YearsAfterFile].Value),
        ("OfDeath", texts["Years", sheet.Rule.YearsAfterDeath].Value),
        ("OfProof", texts["Years", sheet.Rule.YearsOfProof].Value),
        ("OfAccount", texts["Years", sheet.Rule.YearsUnused].Value),
        ("OfDraft", texts["Years", sheet.Rule.YearsUnsigned].Value),
        ("OfRegistration", texts["Years", sheet.Rule.YearsOfRegistration].Value),
        ("OfMeeting", texts["Years", sheet.YearsOfMeetings].Value),
        ("OfMail", texts["Months", sheet.Rule.MonthsOfMail].Value),
    ];
}
