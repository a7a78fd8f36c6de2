using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Mail;

namespace WitaLive.App.Calendar;

/// <summary>On one's own account page: the address of one's calendar, to be given to a calendar program, renewed or taken back.</summary>
public sealed partial class FeedPanel(CalendarFeeds feeds, SiteAddress site, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private SignedInPerson? _me;
    private string? _key;
    private string? _done;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "calendar")]
    public string? Act { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = SignedInPerson.Of(Http.User);
        if (_me is not null)
            _key = await feeds.KeyOfAsync(_me.Id, Http.RequestAborted);
    }

    private string AddressOf(string key) => site.Of(CalendarComposition.PageOf(key)).ToString();

    private async Task ActAsync()
    {
        Policies.Demand(Http.User, Policies.SignedIn);
        if (_me is null)
            return;
        if (Act == "revoke")
        {
            await feeds.RevokeAsync(_me.Id, Http.RequestAborted);
            (_key, _done) = (null, texts["FeedRevoked"]);
        }
        else
        {
            var isFirst = _key is null;
            (_key, _done) = (await feeds.RenewAsync(_me.Id, Http.RequestAborted), texts[isFirst ? "FeedCreated" : "FeedRenewed"]);
        }
    }
}
