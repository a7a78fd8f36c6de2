using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Simulators;

/// <summary>The groups' shares filled by what is in favour, and below them their sum with a mark at the threshold.</summary>
public sealed partial class WeightBar(IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    private const decimal Whole = 1000m;

    [Parameter, EditorRequired]
    public required ImmutableArray<GroupWeight> Weights { get; set; }

    [Parameter, EditorRequired]
    public required Count Count { get; set; }

    private string Threshold => Text(Length(Count.Threshold));

    // Drawn to the base of the count: where absent shares are redistributed, those that are there fill the bar.
    private IEnumerable<Part> Parts
    {
        get
        {
            var sum = Weights.Aggregate(Fraction.Zero, (total, w) => total + w.InFavour);
            var whole = sum == Fraction.Zero ? Fraction.One : sum / Count.InFavour;
            var (start, sumStart) = (0m, 0m);
            foreach (var weight in Weights.Where(w => w.IsThere || whole == Fraction.One))
            {
                var (width, inFavour) = (Length(weight.Share / whole), Length(weight.InFavour / whole));
                yield return new(weight.Group, Text(start), Text(width), Text(inFavour), Text(sumStart));
                (start, sumStart) = (start + width, sumStart + inFavour);
            }
        }
    }

    private static decimal Length(Fraction part) => part.Numerator * Whole / part.Denominator;

    private static string Text(decimal length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Part(GroupCode Group, string Start, string Width, string InFavour, string SumStart);
}
