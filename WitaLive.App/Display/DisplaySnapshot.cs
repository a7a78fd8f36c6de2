using System.Text.Json.Serialization;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Display;

/// <summary>What a big screen shows at one moment. Names by which others read it are part of the contract of /hubs/display.</summary>
/// <param name="Version">Rises with every event of the meeting.</param>
/// <param name="Item">The item of the ballot shown, otherwise the one being dealt with; null between items and for several files in one block.</param>
/// <param name="Ballot">The ballot that runs, or has ended while its item is not yet concluded and no other was called since; null otherwise.</param>
/// <param name="Last">Between items of an open meeting: the decision reached last, left standing until something else is dealt with; absent otherwise.</param>
public sealed record DisplaySnapshot(
    int Version,
    DateTimeOffset At,
    DisplayMeeting Meeting,
    DisplayItem? Item,
    ImmutableArray<DisplaySeat> Presence,
    DisplayQuorum Quorum,
    DisplayBallot? Ballot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DisplayDecision? Last = null);

/// <param name="Title">By language.</param>
/// <param name="State">planned, open, suspended, adjourned or closed.</param>
/// <param name="Reason">Why it is suspended, in the chair's own words; absent when nothing was said.</param>
public sealed record DisplayMeeting(
    ImmutableSortedDictionary<string, string> Title,
    string Formation,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);

public sealed record DisplayItem(int Number, ImmutableSortedDictionary<string, string> Title);

/// <param name="Item">What it was about; null for several files in one block.</param>
public sealed record DisplayDecision(DisplayItem? Item, DisplayBallot Ballot);

/// <param name="Seat">Group, section and number, such as experts-fr-1.</param>
/// <param name="Status">present, represented, absent or recused.</param>
public sealed record DisplaySeat(string Seat, string Name, string Group, string Status);

public sealed record DisplayQuorum(bool Reached, bool ChairPresent, ImmutableArray<BlocStatus> Blocs);

/// <param name="Items">The numbers of the items it is about: several in a block.</param>
/// <param name="Options">The outcomes put to the vote: one is a proposal, several exclude each other.</param>
/// <param name="Rule">By language.</param>
/// <param name="State">open, suspended or closed.</param>
/// <param name="Tally">for, against and abstain, or the name of each outcome and abstain, in the order of the buttons; null while the counts are hidden.</param>
/// <param name="Outcome">carried or notCarried, once it is closed.</param>
/// <param name="Carried">Which of the options, when it is carried.</param>
/// <param name="Activities">By language: what is put beside the options, how many activities accepted or not and why; absent for several files in one block and where none was marked.</param>
/// <param name="Marks">The same for each file of a block of which any was marked, those put alike together, in the order of the agenda; absent for a single file.</param>
public sealed record DisplayBallot(
    Guid Id,
    ImmutableArray<int> Items,
    ImmutableArray<string> Options,
    ImmutableSortedDictionary<string, string> Rule,
    string State,
    int Voted,
    int Entitled,
    IReadOnlyDictionary<string, int>? Tally,
    string? Outcome,
    string? Carried,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableSortedDictionary<string, string>? Activities = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DisplayMarks>? Marks = null);

/// <param name="Items">The numbers of the items whose activities are put in these words.</param>
/// <param name="Activities">By language: how many activities accepted or not and why; never which.</param>
public sealed record DisplayMarks(ImmutableArray<int> Items, ImmutableSortedDictionary<string, string> Activities);
