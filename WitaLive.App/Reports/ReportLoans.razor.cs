using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;

namespace WitaLive.App.Reports;

/// <summary>Who asked for a report that is not their chamber's, and what was or can be answered. It belongs to the form round it.</summary>
public sealed partial class ReportLoans(IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ShownLoan> Loans { get; set; }

    /// <summary>The request whose answer was refused.</summary>
    [Parameter]
    public string? Refused { get; set; }

    /// <summary>Why it was.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What was typed when something was refused; null otherwise.</summary>
    [Parameter]
    public IFormCollection? Form { get; set; }

    /// <summary>The name of the field in which it is said why a request is declined.</summary>
    public static string Why(ShownLoan loan) => $"why-{loan.Meeting.Value}-{loan.File.Value}";

    private string Declined(ShownDecline decline) => texts["LoanDeclined", decline.At.ToDayAndTime(), Named(decline.DeclinedBy)];

    private string Named(string person) => person.Length > 0 ? person : texts["BySecretariat"];

    private string? Typed(ShownLoan loan) => Form?[Why(loan)].ToString();
}
