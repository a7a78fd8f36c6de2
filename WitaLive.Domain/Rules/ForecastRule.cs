namespace WitaLive.Domain.Rules;

/// <summary>How it is foreseen who comes. The texts say nothing of it: these are settings of the secretariat. Chances are in per cent, 0 to 100.</summary>
/// <param name="Answered">Of those who said that they come, how many do.</param>
/// <param name="Silent">The same of duos that have not answered, while too little is known of their past.</param>
/// <param name="Called">The same of substitutes who were called and have not answered.</param>
/// <param name="AfterRefusal">Of the duos that refused, how many come or give a proxy when somebody telephones.</param>
/// <param name="FewestPastMeetings">How many past meetings of a duo are enough to learn from.</param>
/// <param name="PastMeetings">How many of a chamber's past meetings are looked at.</param>
/// <param name="Certain">From which chance on the quorum is said to be certain.</param>
/// <param name="Likely">From which chance on it is said to be likely. Below, it is unlikely: an alarm is given.</param>
/// <exception cref="ArgumentException">A chance is out of range, or «likely» asks for more than «certain».</exception>
public sealed record ForecastRule(int Answered, int Silent, int Called, int AfterRefusal, int FewestPastMeetings, int PastMeetings, int Certain, int Likely)
{
    public int Answered { get; } = Chance(Answered, nameof(Answered));

    public int Silent { get; } = Chance(Silent, nameof(Silent));

    public int Called { get; } = Chance(Called, nameof(Called));

    public int AfterRefusal { get; } = Chance(AfterRefusal, nameof(AfterRefusal));

    public int FewestPastMeetings { get; } = FewestPastMeetings >= 1
        ? FewestPastMeetings
        : throw new ArgumentException("There is nothing to learn from no meeting.", nameof(FewestPastMeetings));

    public int PastMeetings { get; } = PastMeetings >= FewestPastMeetings
        ? PastMeetings
        : throw new ArgumentException("Fewer meetings are looked at than are needed to learn from.", nameof(PastMeetings));

    public int Certain { get; } = Chance(Certain, nameof(Certain));

    public int Likely { get; } = Likely < Certain ? Chance(Likely, nameof(Likely)) : throw new ArgumentException("«Likely» asks for less than «certain».", nameof(Likely));

    private static int Chance(int given, string name) => given is >= 0 and <= 100 ? given : throw new ArgumentException($"{name} is a chance from 0 to 100.", name);
}
