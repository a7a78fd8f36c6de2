using WitaLive.Domain;

namespace WitaLive.App.Controls;

/// <summary>What one types or chooses in a field that keeps itself: soon after the last key, and when one leaves it.</summary>
/// <param name="save">Keeps it; answers why not, or null. When it answers <see cref="ChangedElsewhere"/>, <see cref="Read"/> has been told what is kept.</param>
public sealed class KeptText(TimeProvider clock, Func<TextChange, Task<Refusal?>> save)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(600);

    private string _read = "";
    private string? _unseen;
    private string? _refused;
    private int _keys;
    private bool _isKeeping;

    public string Typed { get; private set; } = "";

    /// <summary>What is kept, as this window last knew it.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>What another window wrote there meanwhile, until one has chosen between the two; null while there is nothing to choose.</summary>
    public string? Other { get; private set; }

    /// <summary>Why what was typed is not kept.</summary>
    public Refusal? Why { get; private set; }

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>What is kept by now, read anew. It is shown where nothing waits to be kept, and what waits is left as it is.</summary>
    /// <param name="isHeld">Somebody has it under their hand, and it is not to change its form there.</param>
    /// <returns>False when what is shown stays the same.</returns>
    public bool Read(string kept, bool isHeld = false)
    {
        _read = kept;
        if (Other is not null)
            Compare();
        else if (Typed == Kept && kept != Kept && !isHeld)
        {
            _unseen ??= Kept;
            Typed = Kept = kept;
            return true;
        }
        return false;
    }

    /// <summary>What was read last is on the screen: from here on it is what one writes over.</summary>
    public void Show() => _unseen = null;

    public async Task TypeAsync(string typed)
    {
        Write(typed);
        var mine = _keys;
        await Task.Delay(s_pause, clock);
        if (mine == _keys)
            await KeepAsync();
    }

    public Task LeaveAsync(string typed)
    {
        Write(typed);
        _refused = null; // of a number, half of it is a mistake only now
        return KeepAsync();
    }

    /// <summary>What a reload has put back into the field, typed before somebody else changed what is kept.</summary>
    public void Return(string typed)
    {
        Write(typed);
        Compare();
    }

    /// <summary>What another window wrote is written over, now that it was seen.</summary>
    public Task KeepMineAsync()
    {
        (Kept, Other, _refused) = (Other ?? Kept, null, null);
        return KeepAsync();
    }

    public void TakeOther()
    {
        Typed = Kept = Other ?? Kept;
        (Other, Why, KeptAt) = (null, null, null);
        _keys++;
    }

    // Typed before what was read anew had come to the screen, it was written over what stood there before.
    private void Write(string typed)
    {
        _keys++;
        (Typed, Kept, _unseen) = (typed, typed == Typed ? Kept : _unseen ?? Kept, null);
        if (Other is not null)
            Compare();
    }

    private void Compare() => (Other, Kept, Why) = _read == Typed ? (null, Typed, null) : (_read, Kept, new ChangedElsewhere());

    // One after the other: two at once would take each other for another window. Whoever keeps takes along what was typed since.
    private async Task KeepAsync()
    {
        if (_isKeeping || Other is not null)
            return;
        _isKeeping = true;
        try
        {
            if (Typed == Kept)
                Why = null;
            while (Typed != Kept && Typed != _refused && Other is null)
            {
                var text = Typed;
                Why = await save(new(text, Kept));
                if (Why is ChangedElsewhere)
                    Compare();
                else if (Why is null)
                    (Kept, KeptAt, _refused) = (text, clock.GetUtcNow(), null);
                else
                    _refused = text;
            }
        }
        finally
        {
            _isKeeping = false;
        }
    }
}
