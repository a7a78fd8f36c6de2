using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Applications;

/// <summary>The sums that the law looks at, the type they point to, and which lines are in none of them and why.</summary>
public sealed partial class EstimateView(IStringLocalizer<ApplicationTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<int> s_sums = [2, 3, 5];

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    [Parameter, EditorRequired]
    public required Profile Profile { get; set; }

    [Parameter, EditorRequired]
    public required Estimate Would { get; set; }

    // Of somebody of whom nothing is known it would say that no attestation is for them.
    private bool IsBegun => !Profile.Incomes.IsEmpty || Profile.Background is { Performances: > 0 } or { HigherArtsDiploma: true } or { Plan: true } or { HeldBefore: true } or { HeldPlus: true };

    private string NameOf(IncomeLine line) => texts["LineName", line.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–", line.Amount ?? 0, line.Work.Length > 0 ? line.Work : "–"];
}
