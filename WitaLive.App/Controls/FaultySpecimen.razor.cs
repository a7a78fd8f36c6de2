using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Throws when it is told to, to show what the boundary round it does.</summary>
public sealed partial class FaultySpecimen(IStringLocalizer<SpecimenTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required bool Fails { get; set; }

    protected override void OnParametersSet()
    {
        if (Fails)
            throw new InvalidOperationException("A specimen fault, asked for by a button.");
    }
}
