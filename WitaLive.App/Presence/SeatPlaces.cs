using System.Globalization;

namespace WitaLive.App.Presence;

/// <summary>Where each seat of a formation is drawn: one row for a few, an arc of rows for more. Unit: SVG units, the centre of a seat.</summary>
public sealed class SeatPlaces
{
    /// <summary>Above so many, single seats say less than their sums.</summary>
    public const int MostDrawn = 60;

    private const int MostInARow = 8;
    private const double Width = 320;

    private SeatPlaces(int height, double radius, ImmutableArray<SeatPlace> places) => (Height, Radius, Places) = (height, radius, places);

    public int Height { get; }

    /// <summary>Of the shape that stands for a seat.</summary>
    public double Radius { get; }

    public ImmutableArray<SeatPlace> Places { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}");

    /// <summary>The places in the order of the seats, those of a group side by side.</summary>
    /// <param name="groups">Seats of each group.</param>
    public static SeatPlaces For(IReadOnlyList<int> groups) => groups.Sum() <= MostInARow ? Row(groups) : Arc(groups.Sum());

    private static SeatPlaces Row(IReadOnlyList<int> groups)
    {
        var seats = groups.Sum();
        const double Gap = 14;
        var step = Math.Min(52, (Width - 8 - Gap * (groups.Count - 1)) / Math.Max(1, seats));
        var x = (Width - step * seats - Gap * (groups.Count - 1)) / 2 + step / 2;
        var places = ImmutableArray.CreateBuilder<SeatPlace>(seats);
        foreach (var group in groups)
        {
            for (var i = 0; i < group; i++, x += step)
                places.Add(new(x, 28));
            x += Gap;
        }
        return new(56, Math.Min(20, step / 2 - 5), places.MoveToImmutable());
    }

    // Rows of an arc get seats by their length; seats are then numbered by angle, so that a group is a wedge from the first row to the last.
    private static SeatPlaces Arc(int seats)
    {
        var rows = seats <= 20 ? 2 : seats <= 40 ? 3 : 4;
        var radius = seats <= 20 ? 17.0 : seats <= 40 ? 13.5 : 11.0;
        var outer = Width / 2 - radius - 3;
        var rowStep = radius * 2 + (seats <= 20 ? 9 : 7);
        var radii = Enumerable.Range(0, rows).Select(r => outer - r * rowStep).ToArray();
        var counts = Share(seats, radii);

        var places = radii
            .Zip(counts, (r, count) => Enumerable.Range(0, count).Select(i => (Angle: Math.PI - Math.PI * (count == 1 ? .5 : (double)i / (count - 1)), Radius: r)))
            .SelectMany(row => row)
            .OrderByDescending(p => Math.Round(p.Angle, 6)).ThenByDescending(p => p.Radius)
            .Select(p => new SeatPlace(Width / 2 + p.Radius * Math.Cos(p.Angle), outer + radius + 3 - p.Radius * Math.Sin(p.Angle)));
        return new((int)Math.Ceiling(outer + radius * 2 + 6), radius, [.. places]);
    }

    private static int[] Share(int seats, double[] radii)
    {
        var counts = radii.Select(r => (int)(seats * r / radii.Sum())).ToArray();
        for (var i = 0; counts.Sum() < seats; i = (i + 1) % counts.Length)
            counts[i]++;
        return counts;
    }
}

/// <summary>The centre of a seat.</summary>
public sealed record SeatPlace(double X, double Y)
{
    public string Transform { get; } = string.Create(CultureInfo.InvariantCulture, $"translate({X:0.#} {Y:0.#})");
}
