using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Meetings;

/// <summary>Who, of those who may preside, agreed to a shorter notice. The name is kept.</summary>
public sealed partial class ApprovalField(Names names, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<(ChairRole Role, Person Person)> Presiders { get; set; }

    [Parameter, EditorRequired]
    public required MeetingForm Form { get; set; }

    [Parameter]
    public string? Problem { get; set; }
}
