using System.Globalization;
using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>The shape of a choice: told apart without colour.</summary>
/// <remarks>A drawing and no component: half a dozen stand on every voter's screen, and a component of its own would cost each of them kilobytes.</remarks>
internal static class ChoiceMark
{
    private static readonly MarkupString s_for = Drawing("""<circle cx="12" cy="12" r="11" /><path d="M6.5 12.5l4 4 7.5-9" />""");
    private static readonly MarkupString s_against = Drawing("""<rect x="1.5" y="1.5" width="21" height="21" rx="2" /><path d="M7.5 7.5l9 9M16.5 7.5l-9 9" />""");
    private static readonly MarkupString s_abstain = Drawing("""<path class="shape" d="M12 .5L23.5 12 12 23.5.5 12z" /><path d="M7.5 12h9" />""");

    /// <param name="number">Of the outcome, where there are several; from 1.</param>
    public static MarkupString Of(Choice choice, int number) =>
        choice == Choice.For ? s_for
        : choice == Choice.Against ? s_against
        : choice == Choice.Abstain ? s_abstain
        : Drawing(string.Create(CultureInfo.InvariantCulture, $"""<circle cx="12" cy="12" r="11" /><text x="12" y="17" font-size="14" text-anchor="middle">{number}</text>"""));

    private static MarkupString Drawing(string shapes) => new($"""<svg class="choice-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shapes}</svg>""");
}
