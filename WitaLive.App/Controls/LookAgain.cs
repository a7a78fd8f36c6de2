using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Convening;

/// <summary>Looks again every other second while convocations are going out, so that nobody has to ask. It draws nothing.</summary>
public sealed class ConveneWatch(TimeProvider clock) : ComponentBase, IDisposable
{
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(2), clock);

    /// <summary>Nothing is to be seen before.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset From { get; set; }

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
                if (From <= clock.GetUtcNow())
                    await OnLook.InvokeAsync();
            }
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
