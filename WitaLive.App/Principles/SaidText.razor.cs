using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A text that may not be there in the reader's language: then it says in which one it is, to screen readers too.</summary>
public sealed partial class SaidText(IStringLocalizer<PrincipleTexts> texts)
{
    [Parameter, EditorRequired]
    public required Said Said { get; set; }
}
