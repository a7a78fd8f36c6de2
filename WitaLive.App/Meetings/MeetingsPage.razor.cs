using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Rules;

namespace WitaLive.App.Meetings;

/// <summary>My meetings, or all of them for the secretariat: the next one large, then those ahead, then the past. What is looked for stands in the address.</summary>
public sealed partial class MeetingsPage(MeetingList meetings, CurrentPerson current, Names names, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    private const int PerPage = 25;

    private ListedMeetings? _list;
    private bool _isSecretariat;

    [SupplyParameterFromQuery]
    public string? Chamber { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => Math.Clamp(InAddress.Number(Page) ?? 1, 1, Pager.Count(_list?.Past.Length ?? 0, PerPage));

    private MeetingFilter Filter => new(
        Guid.TryParse(Chamber, out var chamber) ? new(chamber) : null,
        Enum.TryParse<MeetingStanding>(State, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null,
        DayText.ReadNear(From),
        DayText.ReadNear(Until));

    protected override async Task OnParametersSetAsync()
    {
        var me = await current.GetAsync();
        _isSecretariat = me.May(Policies.Secretariat);
        _list = await meetings.ReadAsync(me.Principal, Filter, CancellationToken.None);
    }

    private static string CodeOf(MeetingStanding standing) => standing.ToString().ToLowerInvariant();

    private string TitleOf(ChamberOnDay chamber) => ChamberTitles.Of(chamber, names, Language.Current.Culture);
}
