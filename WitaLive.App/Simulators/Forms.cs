using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Simulators;

/// <summary>What a visitor has filled in about who is there, complete or not.</summary>
public sealed class QuorumForm
{
    public string? Formation { get; set; }

    public string? Chair { get; set; }

    /// <summary>Seats present or represented.</summary>
    public Dictionary<GroupCode, int?> Seats { get; } = [];

    public bool? SecondConvocation { get; set; }
}

/// <summary>What a visitor has filled in about a vote, complete or not. A policy left out takes the rule's own.</summary>
public sealed class DecisionForm
{
    public string? Formation { get; set; }

    public Dictionary<GroupCode, VotesForm> Groups { get; } = [];

    public AbstentionPolicy? Abstention { get; set; }

    public AbsentGroupPolicy? AbsentGroup { get; set; }

    public SplitPolicy? Split { get; set; }

    public ComparisonPolicy? Comparison { get; set; }

    public bool? AbstentionBreaksUnanimity { get; set; }
}

/// <summary>One group's seats and votes.</summary>
public sealed class VotesForm
{
    public int? Present { get; set; }

    public int? For { get; set; }

    public int? Against { get; set; }

    public int? Abstain { get; set; }
}

/// <summary>What a visitor has filled in about a meeting to be convened, complete or not.</summary>
public sealed class NoticeForm
{
    public DateOnly? MeetingOn { get; set; }

    public bool? Urgent { get; set; }
}

/// <summary>Days on which the clock stands still, complete or not.</summary>
public sealed class PauseForm
{
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>What a visitor has filled in about a file that was declared complete, complete or not.</summary>
public sealed class DeadlineForm
{
    public DateOnly? CompleteOn { get; set; }

    public List<PauseForm>? Pauses { get; set; }
}

/// <summary>One line of income, complete or not.</summary>
public sealed class IncomeForm
{
    public int? Year { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>What a form without script sent and is no amount.</summary>
    public string? Misread { get; set; }

    public ActivityWeight? Activity { get; set; }

    public bool? Proven { get; set; }
}

/// <summary>What a visitor has filled in about an artistic practice, complete or not.</summary>
public sealed class EligibilityForm
{
    public DateOnly? FilingOn { get; set; }

    public bool? First { get; set; }

    public bool? HeldBefore { get; set; }

    public List<IncomeForm>? Incomes { get; set; }

    public int? Performances { get; set; }

    public bool? HigherArtsDiploma { get; set; }

    public bool? Plan { get; set; }
}
