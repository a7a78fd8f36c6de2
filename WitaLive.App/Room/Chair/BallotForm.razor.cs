using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Puts a question to the vote: one outcome as a proposal, or several that exclude each other.</summary>
/// <remarks>The ballot's id is made once for each intention, so that sending it again makes no second ballot.</remarks>
public sealed partial class BallotForm(TimeProvider clock, RoomWords words, IStringLocalizer<ChairTexts> texts) : Part
{
    private static readonly ImmutableArray<int> s_minutes = [1, 2, 3, 5, 10];

    private readonly string _id = $"ballot-{Guid.NewGuid():N}";
    private BallotId _ballot = new(Guid.NewGuid());
    private ImmutableArray<ItemId> _prepared = [];
    private ImmutableHashSet<string> _chosen = [];
    private string? _one;
    private bool _isPrepared;
    private bool _several;
    private bool _hidden;
    private int _minutes;

    [Parameter, EditorRequired]
    public required ImmutableArray<ItemId> Items { get; set; }

    /// <summary>What may be put to the vote on them, most favourable first.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Outcomes { get; set; }

    /// <summary>Put before and not carried, in the order of the outcomes.</summary>
    [Parameter]
    public ImmutableArray<string> Fallen { get; set; } = [];

    /// <summary>A block takes one outcome for all its files.</summary>
    [Parameter]
    public bool OneOnly { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Why no ballot can be opened now.</summary>
    [Parameter]
    public string? Why { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override void OnParametersSet()
    {
        if (_isPrepared && (OneOnly || _prepared.SequenceEqual(Items)))
            return;
        _isPrepared = true;
        _prepared = Items;
        _several = false;
        _chosen = [.. Outcomes];
        _one = Outcomes.Length == 1 ? Outcomes[0] : null; // what is put to the vote is chosen, never left as it stood
        NextIntention();
    }

    private string? Unchosen => (_several ? _chosen.IsEmpty : _one is null) ? texts["ChooseOutcome"].Value : null;

    private OpenBallot Open() => new(
        _ballot,
        Items,
        _several ? [.. Outcomes.Where(_chosen.Contains)] : _one is { } one ? [one] : [],
        _hidden,
        _minutes == 0 ? null : clock.GetUtcNow().AddMinutes(_minutes));

    private void NextIntention() => _ballot = new(Guid.NewGuid());

    private void PutOne() => _several = false;

    private void PutSeveral() => _several = true;

    private void Choose(string outcome, bool chosen) => _chosen = chosen ? _chosen.Add(outcome) : _chosen.Remove(outcome);
}
