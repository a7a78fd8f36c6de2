using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Presence;

/// <summary>What the attendance list says of the reader, and what the reader can change of it.</summary>
public sealed partial class MyPresence(IStringLocalizer<PresenceTexts> texts)
{
    [Parameter, EditorRequired]
    public required Standing Standing { get; set; }

    /// <summary>Whose proxy the reader holds; null for who holds none.</summary>
    [Parameter]
    public string? AlsoFor { get; set; }

    /// <summary>The meeting is closed or adjourned: nobody sits any more.</summary>
    [Parameter]
    public bool IsOver { get; set; }

    /// <summary>The reader wants to leave, and without the reader the meeting could no longer decide.</summary>
    [Parameter]
    public bool AsksBeforeLeaving { get; set; }

    [Parameter]
    public EventCallback OnStay { get; set; }

    [Parameter]
    public EventCallback OnLeave { get; set; }

    [Parameter]
    public EventCallback OnTakeSeat { get; set; }

    private string Seating => Standing switch
    {
        { HasVoice: false } => texts["WithoutVoice"],
        { Recused: true } => texts["RecusedNow"],
        { Sitter: { } sitter } => texts["PartnerSits", sitter],
        _ => texts["YouSit"],
    };
}
