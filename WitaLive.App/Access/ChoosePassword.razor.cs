using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Behind the link of an invitation or a reset: choose a password once, then be signed in.</summary>
public sealed partial class ChoosePassword(
    Passwords passwords, Sessions sessions, NavigationManager navigation, IStringLocalizer<AccessTexts> texts, IStringLocalizer<RefusalTexts> refusals)
    : ComponentBase
{
    private Person? _person;
    private string? _problem;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery]
    public string? Key { get; set; }

    [SupplyParameterFromForm(FormName = "choose")]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "choose")]
    public string? Again { get; set; }

    protected override async Task OnInitializedAsync() => _person = await passwords.FindAsync(Key, Http.RequestAborted);

    private async Task ChooseAsync()
    {
        if (Wanted != Again)
        {
            _problem = texts["NotTheSame"];
            return;
        }
        switch (await passwords.ChooseAsync(Key, Wanted ?? "", Http.RequestAborted))
        {
            case Result<Account>.Refused(var why):
                _problem = refusals[why.Key, [.. why.Gaps]];
                break;
            case Result<Account>.Ok(var account):
                await sessions.SignInAsync(Http, account);
                navigation.NavigateTo("/");
                break;
        }
    }
}
