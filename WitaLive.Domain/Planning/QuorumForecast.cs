using WitaLive.Domain.Quorum;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Planning;

/// <summary>How likely something is, in one word; the later the worse. «Certain» is said only of what enough people have said themselves, never of what is assumed of them.</summary>
public enum Outlook
{
    Certain,
    Likely,
    Unlikely,
}

/// <summary>What is foreseen of one bloc.</summary>
/// <param name="Expected">Unit: seats, on average.</param>
/// <param name="Sure">Seats that said they come, or gave a proxy.</param>
/// <param name="Most">Seats that would be there if everyone came who has not refused.</param>
/// <param name="Chance">That it has what it needs, from 0 to 1.</param>
public sealed record BlocForecast(string Name, int Seats, int Needed, double Expected, int Sure, int Most, double Chance, Outlook Outlook);

/// <summary>What is known of one group. Unit: seats.</summary>
/// <param name="Sure">Said that they come, or gave a proxy to somebody who did.</param>
/// <param name="Waiting">Have not answered.</param>
/// <param name="Away">Nobody comes.</param>
public sealed record GroupForecast(GroupCode Group, double Expected, int Sure, int Waiting, int Away);

/// <summary>A seat that somebody may be called for.</summary>
/// <param name="Gain">What the call is worth: by how much it raises the chance of the quorum, on average.</param>
public sealed record SeatCall(SeatOutlook Seat, double Gain);

/// <summary>Whether a meeting is going to have its quorum, as far as can be told from answers, proxies and past attendance.</summary>
/// <param name="Chair">How likely somebody is there to preside, and whether one of them has said so.</param>
/// <param name="IsValidAnyway">A second convocation that decides with those who come: only the chair counts.</param>
/// <param name="Chance">Of all of it, from 0 to 1. Blocs depend on each other through proxies, which is counted; the chair is taken as independent of them.</param>
/// <param name="Outlook">The word for the weakest part: a bloc, or the chair.</param>
/// <param name="Calls">Whom to call, what helps most first; empty when nobody is left to call.</param>
public sealed record QuorumForecast(
    ImmutableArray<BlocForecast> Blocs, ImmutableArray<GroupForecast> Groups, (double Chance, bool IsSaid, Outlook Outlook) Chair, bool IsValidAnyway,
    double Chance, Outlook Outlook, ImmutableArray<SeatCall> Calls)
{
    /// <summary>Seats that have not answered and of whose past too little is known: their chance is assumed.</summary>
    public int Assumed { get; private init; }

    /// <summary>The blocs that an alarm is about.</summary>
    public ImmutableArray<BlocForecast> Weak => IsValidAnyway ? [] : [.. Blocs.Where(bloc => bloc.Outlook is Outlook.Unlikely)];

    /// <param name="seats">All voting seats that somebody holds.</param>
    /// <param name="presiders">How likely each of those who may preside is to be there, from 0 to 1, and whether that one has said so.</param>
    public static QuorumForecast Of(
        QuorumRule rule, bool secondConvocation, IReadOnlyCollection<SeatOutlook> seats, IReadOnlyCollection<(double Chance, bool IsSaid)> presiders, ForecastRule settings)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(settings);
        var anyway = secondConvocation && rule.SecondFailure is SecondFailure.DecideWhateverTheNumber;
        var chair = 1 - presiders.Aggregate(1d, (none, one) => none * (1 - one.Chance));
        var isSaid = presiders.Any(one => one.IsSaid);
        var presiding = Word(chair, isSaid, settings);
        var table = new BlocTable(rule.Blocs, seats);
        var all = anyway ? 1 : table.All;
        var blocs = rule.Blocs.Select((bloc, i) => Foresee(bloc, seats, table.Of(i), settings)).ToImmutableArray();
        return new(
            blocs,
            [.. from seat in seats
                group seat by seat.Group into one
                let words = one.Select(s => WordOf(s, seats)).ToList()
                select new GroupForecast(one.Key, one.Sum(s => s.Chance), words.Count(word => word is SeatWord.Comes), words.Count(word => word is not (SeatWord.Comes or SeatWord.Away)), words.Count(word => word is SeatWord.Away))],
            (chair, isSaid, presiding), anyway, all * chair, (anyway ? [] : blocs.Select(bloc => bloc.Outlook)).Append(presiding).Max(),
            anyway ? [] : CallsFor(rule, seats, table, settings))
        {
            Assumed = seats.Count(seat => seat.IsAssumed),
        };
    }

    private static BlocForecast Foresee(Bloc bloc, IReadOnlyCollection<SeatOutlook> seats, double chance, ForecastRule settings)
    {
        var mine = seats.Where(seat => bloc.Groups.Contains(seat.Group)).ToList();
        var words = mine.ConvertAll(seat => WordOf(seat, seats));
        return new(bloc.Name, bloc.Seats, bloc.Needed, mine.Sum(seat => seat.Chance), words.Count(word => word is SeatWord.Comes), words.Count(word => word is not SeatWord.Away), chance,
            Word(chance, words.Count(word => word is SeatWord.Comes) >= bloc.Needed, settings));
    }

    // A proxy comes, or not, with whoever holds it.
    private static SeatWord WordOf(SeatOutlook seat, IReadOnlyCollection<SeatOutlook> seats) =>
        seat.Word is SeatWord.Represented ? seats.FirstOrDefault(holder => holder.Seat == seat.Through)?.Word ?? SeatWord.Away : seat.Word;

    private static Outlook Word(double chance, bool isSaid, ForecastRule settings) =>
        isSaid && chance * 100 >= settings.Certain ? Outlook.Certain : chance * 100 >= settings.Likely ? Outlook.Likely : Outlook.Unlikely;

    // A silent seat that is called becomes one that has said yes; of those that refused, some do. Where one call alone cannot help the whole,
    // the weakest bloc comes first, in it what helps it most, then what brings most seats.
    private static ImmutableArray<SeatCall> CallsFor(QuorumRule rule, IReadOnlyCollection<SeatOutlook> seats, BlocTable now, ForecastRule settings) =>
    [
        .. from seat in seats
           where seat.IsOpen && rule.Blocs.Any(bloc => bloc.Groups.Contains(seat.Group))
           let called = seat with { Chance = (seat.Word is SeatWord.Away ? settings.AfterRefusal : settings.Answered) / 100d }
           where called.Chance > seat.Chance
           let then = new BlocTable(rule.Blocs, [.. seats.Select(other => other == seat ? called : other)])
           let own = rule.Blocs.IndexOf(rule.Blocs.First(bloc => bloc.Groups.Contains(seat.Group)))
           let gain = then.All - now.All
           orderby Math.Round(gain, 9) descending, Math.Round(now.Of(own), 9), Math.Round(then.Of(own) - now.Of(own), 9) descending, called.Chance - seat.Chance descending
           select new SeatCall(seat, gain),
    ];
}
