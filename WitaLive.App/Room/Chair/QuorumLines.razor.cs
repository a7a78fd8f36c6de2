using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Rules;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Room.Chair;

/// <summary>The quorum in sentences: what each bloc has, needs and misses.</summary>
public sealed partial class QuorumLines(Names names, IStringLocalizer<ChairTexts> texts) : Part
{
    [Parameter, EditorRequired]
    public required QuorumStatus Status { get; set; }
}
