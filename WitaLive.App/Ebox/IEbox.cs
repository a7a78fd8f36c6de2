namespace WitaLive.App.Ebox;

/// <summary>A letter for somebody's eBox. The receiver is named as the application names them: the national number is not kept here, whoever carries the letter on has it.</summary>
/// <remarks>An address or the last two digits tell the receiver from namesakes. Where nobody knows either, the letter is not handed in and goes by post: a decision must not come to somebody else of the same name.</remarks>
/// <param name="Id">Names the letter in every answer; handed in again, it is the same letter.</param>
/// <param name="Reference">The number of the file, and of a correction which one it is.</param>
/// <param name="Address">Empty when nobody knows it; then there are the last two digits.</param>
/// <param name="LastTwo">The last two digits of the national number; empty when nobody knows them, then there is the address.</param>
/// <param name="Language">fr, nl or de.</param>
public sealed record EboxLetter(Guid Id, string Reference, string Receiver, string Address, string LastTwo, string Language, string Title);

public enum EboxFate
{
    /// <summary>Its receiver has opened it.</summary>
    Read,

    /// <summary>Its receiver has no active eBox: the letter goes by post.</summary>
    NoEbox,
}

/// <summary>What became of a letter.</summary>
public sealed record EboxAnswer(Guid Letter, EboxFate Fate, DateTimeOffset At)
{
    /// <summary>Under which it lies: a letter may have several answers.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The border to the eBox of the federal administration. Whatever stands behind it delivers letters that were handed in, and answers when one was read or cannot be delivered.</summary>
public interface IEbox
{
    /// <summary>Whether letters can be handed in at all; otherwise all of them go by post.</summary>
    bool IsThere { get; }

    /// <summary>Hands a letter in. May be called again for the same letter after a crash, and must then not deliver it twice.</summary>
    /// <param name="paper">The letter as a tagged PDF.</param>
    Task HandInAsync(EboxLetter letter, Stream paper, CancellationToken ct);

    /// <summary>The answers that nobody has taken yet, the one that was laid first before the others. What cannot be read is left out and kept aside.</summary>
    Task<ImmutableArray<EboxAnswer>> AnswersAsync(CancellationToken ct);

    /// <summary>Keeps an answer aside that makes no sense: about no letter that was handed in, of an impossible day, or against an earlier answer. Nothing follows from it.</summary>
    void Refuse(EboxAnswer answer);

    /// <summary>What was kept aside, by the names under which somebody finds it.</summary>
    ImmutableArray<string> RefusedAnswers();

    /// <summary>Removes whatever lies here of a letter, and of the answers to it. May be called again.</summary>
    void Forget(Guid letter);

    /// <summary>Has an answer not given again: what follows from it is written down. It stays kept, beside every other answer to the same letter.</summary>
    void Take(EboxAnswer answer);
}
