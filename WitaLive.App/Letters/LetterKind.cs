namespace WitaLive.App.Letters;

/// <summary>What a letter is for. Its words lie in data/letters, until the secretariat writes its own.</summary>
public enum LetterKind
{
    /// <summary>Convenes a member.</summary>
    Invitation,

    /// <summary>Convenes the other one of a duo, because the first does not come.</summary>
    Substitution,

    /// <summary>To who has not answered.</summary>
    Reminder,

    /// <summary>Another day, hour, place or mode.</summary>
    Change,

    Cancellation,

    /// <summary>To who was called in place of someone who comes after all.</summary>
    Release,

    /// <summary>To who was convened, and does not sit in the new composition.</summary>
    NotSitting,

    /// <summary>To the effective member, when neither of the two comes.</summary>
    ProxyOffer,

    /// <summary>To the planner, when neither of the two comes.</summary>
    Alarm,

    /// <summary>To the planner, when the quorum is in danger: whom to call.</summary>
    QuorumAlarm,

    /// <summary>To those whose seat the quorum hangs on.</summary>
    QuorumCall,
}
