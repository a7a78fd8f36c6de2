using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;

namespace WitaLive.App.Rulings;

/// <summary>A reasoned decision as its applicant reads it, on screen and on paper.</summary>
public sealed partial class RulingArticle : Part
{
    [Parameter, EditorRequired]
    public required RulingDocument Document { get; set; }
}
