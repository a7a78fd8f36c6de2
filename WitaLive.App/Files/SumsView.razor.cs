using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>The sums that the law looks at, of what was sent in.</summary>
public sealed partial class SumsView(IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<int> s_sums = [2, 3, 5];

    [Parameter, EditorRequired]
    public required Estimate Sums { get; set; }
}
