using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Planning;

/// <summary>How likely each number of seats is in every bloc at once: seat after seat, each there or not.</summary>
/// <remarks>Whoever holds a proxy brings that seat along or leaves both empty, so both are counted as one.</remarks>
internal sealed class BlocTable
{
    private readonly ImmutableArray<Bloc> _blocs;
    private readonly int[] _steps;
    private readonly double[] _chances;

    public BlocTable(ImmutableArray<Bloc> blocs, IReadOnlyCollection<SeatOutlook> seats)
    {
        _blocs = blocs;
        _steps = new int[blocs.Length];
        var size = 1;
        for (var i = 0; i < blocs.Length; i++)
            (_steps[i], size) = (size, size * (blocs[i].Needed + 1)); // more than what is needed is not told apart
        _chances = new double[size];
        _chances[0] = 1;
        foreach (var seat in seats.Where(seat => seat.Through is null))
            Add(seat.Chance, [BlocOf(seat), .. seats.Where(other => other.Through == seat.Seat).Select(BlocOf)]);
    }

    /// <summary>That every bloc has what it needs.</summary>
    public double All => _chances[^1];

    /// <summary>That one bloc has.</summary>
    public double Of(int bloc) => Enumerable.Range(0, _chances.Length).Where(at => CountAt(at, bloc) == _blocs[bloc].Needed).Sum(at => _chances[at]);

    private int BlocOf(SeatOutlook seat) => _blocs.IndexOf(_blocs.FirstOrDefault(bloc => bloc.Groups.Contains(seat.Group))!);

    private int CountAt(int at, int bloc) => at / _steps[bloc] % (_blocs[bloc].Needed + 1);

    // From the highest number down, so that no seat is counted twice.
    private void Add(double chance, int[] blocs)
    {
        for (var at = _chances.Length - 1; at >= 0; at--)
        {
            var there = at;
            foreach (var bloc in blocs)
                there += bloc >= 0 && CountAt(there, bloc) < _blocs[bloc].Needed ? _steps[bloc] : 0;
            if (there == at)
                continue;
            _chances[there] += _chances[at] * chance;
            _chances[at] *= 1 - chance;
        }
    }
}
