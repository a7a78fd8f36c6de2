namespace WitaLive.App.Controls;

/// <summary>A part that shows how time passes: it alone is drawn again each second, and only when what it shows has changed.</summary>
public abstract class Ticking(TimeProvider clock) : Part, IDisposable
{
    private PeriodicTimer? _timer;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What stands on the screen; the part is drawn again when it differs.</summary>
    protected abstract object? Shown { get; }

    public void Dispose()
    {
        _timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = TickAsync(_timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock));
    }

    protected static string Clock(TimeSpan left) => left <= TimeSpan.Zero
        ? "0:00"
        : FormattableString.Invariant($"{(int)Math.Ceiling(left.TotalSeconds) / 60}:{(int)Math.Ceiling(left.TotalSeconds) % 60:00}");

    private async Task TickAsync(PeriodicTimer timer)
    {
        try
        {
            for (var shown = Shown; await timer.WaitForNextTickAsync();)
            {
                if (Equals(shown, Shown))
                    continue;
                shown = Shown;
                StateHasChanged();
            }
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
