using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Presence;

/// <summary>Tells who is signed in at another meeting too, for as long as they are: in both the quorum counts them.</summary>
public sealed partial class SignedInTwice(IStringLocalizer<PresenceTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Meeting Here { get; set; }

    [Parameter, EditorRequired]
    public required Meeting There { get; set; }

    /// <summary>Of the other room.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    private DateTimeOffset? Since => !Here.IsOver && !There.IsOver && Here.IsIn(Me) && There.IsIn(Me) ? There.Attendances[Me].Stays[^1].From : null;
}
