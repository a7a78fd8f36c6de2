namespace WitaLive.App.Controls;

/// <summary>Shows how far a long work is, whole percents and each once: the work may count in thousands.</summary>
public sealed class Percent(Action<int> show) : IProgress<int>
{
    private int _last = -1;

    public void Report(int value)
    {
        if (Interlocked.Exchange(ref _last, value) != value)
            show(value);
    }
}
