using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;

namespace WitaLive.App.Room.Chair;

/// <summary>Whose voice a seat's is; who votes twice, once by proxy, stands twice and is told apart.</summary>
public sealed partial class VoterName(IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required SeatView Seat { get; set; }
}
