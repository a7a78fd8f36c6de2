using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using WitaLive.App.Controls;
using WitaLive.App.Layout;

namespace WitaLive.App.Access;

/// <summary>One's own language and password.</summary>
public sealed partial class MyAccount(
    OwnData own, Sessions sessions, IOptions<LayoutParts> parts, IStringLocalizer<AccessTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private SignedInPerson? _me;
    private NoticeKind _kind = NoticeKind.Done;
    private string? _notice;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What was done a moment ago: «language» or «password». The script takes it from the address once it is read.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "language")]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    public string? Current { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    public string? New { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    public string? Again { get; set; }

    // Of the account, when it is another one: that of the screens is this device's, and the switch at the top changes it alone.
    private App.Languages.Language? KeptElse => App.Languages.Language.Find(_me?.Language) is { } kept && kept != App.Languages.Language.Current ? kept : null;

    protected override void OnInitialized()
    {
        _me = SignedInPerson.Of(Http.User);
        if (HttpMethods.IsGet(Http.Request.Method))
            _notice = Done switch { "language" => texts["Saved"].Value, "password" => texts["PasswordChanged"].Value, _ => null };
    }

    private async Task WriteInAsync()
    {
        if (_me is null || App.Languages.Language.Find(Wanted) is not { } language)
            return;
        await sessions.SignInAsync(Http, await own.WriteInAsync(_me.Id, language.Code, Http.RequestAborted));
        Http.Response.Redirect("/account?done=language"); // the next request speaks the new language
    }

    private async Task ChangeAsync()
    {
        if (_me is null)
            return;
        if (New != Again)
        {
            Say(NoticeKind.Problem, texts["NotTheSame"]);
            return;
        }
        if (await sessions.ChangePasswordAsync(Http, _me.Id, Current ?? "", New ?? "", Http.RequestAborted) is { } why)
            Say(NoticeKind.Problem, refusals[why.Key, [.. why.Gaps]]);
        else
            Http.Response.Redirect("/account?done=password");
    }

    private void Say(NoticeKind kind, string notice) => (_kind, _notice) = (kind, notice);
}
