using WitaLive.Domain;

namespace WitaLive.App.Controls;

/// <summary>Its writer has it open elsewhere too, and wrote there.</summary>
public sealed record ChangedElsewhere : Refusal;

/// <summary>What is written into a field, and what its writer last knew to stand there.</summary>
public sealed record TextChange(string Text, string Before)
{
    /// <summary>What becomes of what is kept; refused when another window has written into that field meanwhile.</summary>
    /// <param name="write">Writes one text into what is kept. Where writing again what was known changes nothing, it stands there still, in whatever form it is kept; and nobody is in the way of whoever writes the same.</param>
    public Result<T> On<T>(T kept, Func<T, string, Result<T>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var written = write(kept, Text);
        return written is Result<T>.Refused || Stands(written) || Stands(write(kept, Before)) ? written : new ChangedElsewhere();

        bool Stands(Result<T> after) => after is Result<T>.Ok(var value) && EqualityComparer<T>.Default.Equals(value, kept);
    }
}
