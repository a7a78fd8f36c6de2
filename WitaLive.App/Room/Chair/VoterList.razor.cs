using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Live;

namespace WitaLive.App.Room.Chair;

/// <summary>Everyone with a voice in the ballot, always in the same place; whoever has voted steps back.</summary>
public sealed partial class VoterList(IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required ImmutableArray<SeatView> Seats { get; set; }
}
