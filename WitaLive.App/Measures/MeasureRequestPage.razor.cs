using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>Asks for the suspension or annulment of one thing that somebody holds.</summary>
public sealed partial class MeasureRequestPage(
    MeasureReading reading, MeasureRequests requests, CurrentPerson current, NavigationManager navigation, MeasureWords texts) : ComponentBase
{
    private MeasureForm? _form;
    private bool _isRefused;
    private string? _problem;
    private string _requester = "";
    private string _ground = "";
    private string _reasons = "";
    private string _address = "";
    private string _language = ApplicationDesk.Languages[0];
    private DateOnly? _requestedOn;

    // What is not filled in is refused with a sentence, without a question before it.
    private bool IsFilledIn => _requester.Length > 0 && _ground.Length > 0 && !string.IsNullOrWhiteSpace(_reasons);

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        _form = await reading.FormAsync(me, Kind, Id, CancellationToken.None);
        _isRefused = _form is null;
        if (_form is { } form && _requester.Length == 0)
            (_requester, _requestedOn) = (form.Requesters is [var only] ? only : "", form.Today);
    }

    private async Task SendAsync()
    {
        var me = (await current.DemandAsync(Policies.SignedIn)).Principal;
        var sought = new MeasureSought(Kind, _requester, _ground, _reasons, _requestedOn ?? DateOnly.MaxValue) { Address = _address };
        switch (await requests.RequestAsync(me, Id, sought, _language, CancellationToken.None))
        {
            case Result<FileId>.Ok(var file):
                navigation.NavigateTo($"measures/{file.Value}");
                break;
            case Result<FileId>.Refused(var why):
                _problem = texts.Of(why);
                break;
        }
    }
}
