using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>What somebody signs about a journey.</summary>
public sealed record SignedTravel(string Means, decimal Quantity, string Text);

/// <summary>What it cost to come to one meeting: claimed on a statement that stands on the screen before it is signed.</summary>
public sealed partial class TravelPart(Names names, IStringLocalizer<FeeTexts> texts) : ComponentBase
{
    private readonly string _id = $"travel-{Guid.NewGuid():N}";
    private string _means = "";
    private string _typed = "";
    private string? _problem;

    [Parameter, EditorRequired]
    public required ClaimSheet Claim { get; set; }

    /// <summary>Of the meeting.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public EventCallback<SignedTravel> OnSign { get; set; }

    [Parameter]
    public EventCallback OnTakeBack { get; set; }

    private TravelMeans? Chosen => Claim.Rule.Find(_means);

    private decimal? Quantity => FeeWords.Read(_typed) is { } number and > 0 and <= TravelClaim.Most && decimal.Round(number, 2) == number ? number : null;

    private string? StatementOrNull => Chosen is { } means && Quantity is { } quantity
        ? texts["TravelText", Title, Claim.StartsAt.ToLongDay(), NameOf(means), FeeWords.Quantity(quantity, means.ByKilometre)].Value
        : null;

    private string NameOf(TravelMeans means) => names.Of($"travel.{means.Code}");

    private LocalizedString HintOf(TravelMeans means) => !means.ByKilometre ? texts["TravelTicketsHint"]
        : means.RateOn(Claim.StartsAt.DayInBrussels()) is { } rate ? texts["TravelRate", rate.ToString("0.0000", CultureInfo.CurrentCulture)]
        : texts["TravelRateUnknown"];

    private void Forget() => _problem = null;

    private Task SignAsync()
    {
        _problem = Chosen is null ? texts["TravelNoMeans"].Value : StatementOrNull is null ? texts["TravelNoQuantity", TravelClaim.Most].Value : null;
        return _problem is null ? OnSign.InvokeAsync(new(_means, Quantity!.Value, StatementOrNull!)) : Task.CompletedTask;
    }
}
