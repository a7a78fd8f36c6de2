using WitaLive.Domain;

namespace WitaLive.Tests.Year;

/// <summary>What the test itself counts while the year goes by.</summary>
internal sealed class YearFigures
{
    public Dictionary<string, int> Held { get; } = [];

    public Dictionary<string, int> Failed { get; } = [];

    public Dictionary<PersonId, int> Attended { get; } = [];

    public int Answers { get; set; }

    public int Called { get; set; }

    public int Proxies { get; set; }

    public int Seconds { get; set; }

    public int CalledOff { get; set; }

    public int Votes { get; set; }

    public int Telephoned { get; set; }

    public static void Count<T>(Dictionary<T, int> figures, T what) where T : notnull => figures[what] = figures.GetValueOrDefault(what) + 1;

    public override string ToString() =>
        $"held {string.Join(' ', Held.OrderBy(h => h.Key))}; failed {string.Join(' ', Failed.OrderBy(f => f.Key))}; second {Seconds}; called off {CalledOff}; answers {Answers}; substitutes called {Called}; proxies {Proxies}; telephoned {Telephoned}; votes {Votes}";
}
