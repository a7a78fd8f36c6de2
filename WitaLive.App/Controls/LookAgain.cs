using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>Looks again every other second while something is under way, so that nobody has to ask. It draws nothing.</summary>
public sealed class LookAgain(TimeProvider clock) : ComponentBase, IDisposable
{
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(2), clock);

    /// <summary>Nothing is to be seen before; null when it may be at any time.</summary>
    [Parameter]
    public DateTimeOffset? From { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnLook { get; set; }

    public void Dispose() => _timer.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = LookAsync();
    }

    private async Task LookAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync())
            {
                if (From is not { } from || from <= clock.GetUtcNow())
                    await OnLook.InvokeAsync();
            }
        }
        catch (ObjectDisposedException)
        {
            // The program ends, and with it every page.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
