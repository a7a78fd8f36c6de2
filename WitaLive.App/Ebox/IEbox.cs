namespace WitaLive.App.Ebox;

/// <summary>A letter for somebody's eBox. The receiver is named as the application names them: the national number is not kept here, whoever carries the letter on has it.</summary>
/// <param name="Id">Names the letter in every answer; handed in again, it is the same letter.</param>
/// <param name="Reference">The number of the file, and of a correction which one it is.</param>
/// <param name="LastTwo">The last two digits of the national number; empty when nobody knows them.</param>
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
public sealed record EboxAnswer(Guid Letter, EboxFate Fate, DateTimeOffset At);

/// <summary>The border to the eBox of the federal administration. Whatever stands behind it delivers letters that were handed in, and answers when one was read or cannot be delivered.</summary>
public interface IEbox
{
    /// <summary>Whether letters can be handed in at all; otherwise all of them go by post.</summary>
    bool IsThere { get; }

    /// <summary>Hands a letter in. May be called again for the same letter after a crash, and must then not deliver it twice.</summary>
    /// <param name="paper">The letter as a tagged PDF.</param>
    Task HandInAsync(EboxLetter letter, Stream paper, CancellationToken ct);

    /// <summary>The answers that nobody has taken yet. An answer that makes no sense is left out and kept aside.</summary>
    Task<ImmutableArray<EboxAnswer>> AnswersAsync(CancellationToken ct);

    /// <summary>What was kept aside, by the names under which somebody finds it: until it is put right, the letters it is about count as unread.</summary>
    ImmutableArray<string> RefusedAnswers();

    /// <summary>Removes whatever lies here of a letter, and of the answers to it. May be called again.</summary>
    void Forget(Guid letter);

    /// <summary>Has an answer not given again: what follows from it is written down.</summary>
    void Take(EboxAnswer answer);
}
