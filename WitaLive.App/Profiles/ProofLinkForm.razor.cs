using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Profiles;

/// <summary>A field for the address of something that shows the work.</summary>
public sealed partial class ProofLinkForm(ProofDesk desk, CurrentPerson current, ProfileWords texts) : ComponentBase
{
    private string _typed = "";
    private string? _problem;

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    /// <summary>What it shows; null for the profile itself.</summary>
    [Parameter]
    public Guid? About { get; set; }

    /// <summary>What it shows, in words.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public EventCallback OnAdded { get; set; }

    private string Field => $"link-{About?.ToString() ?? "profile"}";

    private async Task AddAsync()
    {
        var me = await current.ActingAsync(Assisting);
        if (await desk.AddLinkAsync(me.Principal, About, _typed, CancellationToken.None) is { } why)
        {
            _problem = texts.Of(why);
            return;
        }
        (_typed, _problem) = ("", null);
        await OnAdded.InvokeAsync();
    }
}
