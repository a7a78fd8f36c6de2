using System.Globalization;

namespace WitaLive.App.Presence;

/// <summary>The shapes a seat is drawn with, round its own centre. Unit: SVG units.</summary>
internal static class SeatShapes
{
    /// <summary>A square against, a diamond for an abstention, a circle for all else.</summary>
    public static string Of(string kind, double radius) => kind switch
    {
        "against" => Drawn($"<path d=\"M{-radius * .88:0.#} {-radius * .88:0.#}h{radius * 1.76:0.#}v{radius * 1.76:0.#}h{-radius * 1.76:0.#}z\" />"),
        "abstain" => Drawn($"<path d=\"M0 {-radius * 1.12:0.#}L{radius * 1.12:0.#} 0L0 {radius * 1.12:0.#}L{-radius * 1.12:0.#} 0z\" />"),
        _ => Drawn($"<circle r=\"{radius:0.##}\" />"),
    };

    /// <summary>Round the reader's own.</summary>
    public static string Ring(double radius) => Drawn($"<circle class=\"mine\" r=\"{radius + 2.5:0.##}\" />");

    public static string Half(double radius) => Drawn($"<path class=\"half\" d=\"M0 {-radius:0.#}A{radius:0.#} {radius:0.#} 0 0 0 0 {radius:0.#}z\" />");

    public static string Hatch(double radius) => Drawn(
        $"<path class=\"hatch\" d=\"M{-radius * .95:0.#} {radius * .3:0.#}L{radius * .3:0.#} {-radius * .95:0.#}M{-radius * .7:0.#} {radius * .7:0.#}L{radius * .7:0.#} {-radius * .7:0.#}M{-radius * .3:0.#} {radius * .95:0.#}L{radius * .95:0.#} {-radius * .3:0.#}\" />");

    /// <param name="text">Encoded.</param>
    public static string Text(double y, double size, string text) => Drawn($"<text x=\"0\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" text-anchor=\"middle\">{text}</text>");

    /// <summary>A check, a cross, a bar; the number of the outcome where there are several; a check while the choice is hidden.</summary>
    public static string Badge(string kind, int option, double radius)
    {
        var size = Math.Clamp(radius * .32, 4.2, 6);
        var sign = kind switch
        {
            "for" or "voted" => Path("M-2.6 .2 L-.8 2.2 L2.8 -2.2", size),
            "against" => Path("M-2.2 -2.2 L2.2 2.2 M2.2 -2.2 L-2.2 2.2", size),
            "abstain" => Path("M-2.8 0 L2.8 0", size),
            "option" => Text(size * .36, size * 1.3, option.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
        return sign is null ? "" : Drawn($"<g class=\"badge-mark\" transform=\"translate({radius * .72:0.#} {radius * .72:0.#})\"><circle r=\"{size:0.##}\" />{sign}</g>");
    }

    private static string Path(string line, double size) => Drawn($"<path d=\"{line}\" transform=\"scale({size / 6:0.##})\" />");

    private static string Drawn(FormattableString markup) => FormattableString.Invariant(markup);
}
