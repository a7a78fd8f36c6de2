using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Profiles;

/// <summary>The papers that prove one line, and a field to add some, several at once.</summary>
public sealed partial class ProofList(ProofDesk desk, CurrentPerson current, RuleBook rules, TimeProvider clock, ProfileWords texts) : ComponentBase
{
    private const int MostAtOnce = 20;

    private readonly ProofRoom _room = rules.On(clock.GetUtcNow().DayInBrussels()).Procedure.Proofs;
    private string? _done;

    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    /// <summary>The whole profile, in which the same may have been added before.</summary>
    [CascadingParameter]
    public Profile? Whole { get; set; }

    /// <summary>What they prove; null for the profile itself.</summary>
    [Parameter]
    public Guid? About { get; set; }

    [Parameter]
    public ImmutableArray<Proof> Proofs { get; set; } = [];

    /// <summary>With which lines those of the profile itself can still be tied, as the page calls them.</summary>
    [Parameter]
    public ImmutableArray<(Guid Line, string Name)> Lines { get; set; } = [];

    /// <summary>What they prove, in words.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private string Field => $"proofs-{About?.ToString() ?? "profile"}";

    private async Task RemoveAsync(Proof proof)
    {
        var me = await current.ActingAsync(Assisting);
        _done = await desk.RemoveAsync(me.Principal, proof.Id, CancellationToken.None) is { } why ? texts.Of(why) : texts["Removed", proof.Name];
        await OnChanged.InvokeAsync();
    }

    private async Task TieAsync(Proof proof, ChangeEventArgs change)
    {
        if (!Guid.TryParse(change.Value as string, out var chosen) || Lines.FirstOrDefault(one => one.Line == chosen) is not { Name: { } name } line)
            return;
        var me = await current.ActingAsync(Assisting);
        _done = await desk.TieAsync(me.Principal, proof.Id, line.Line, CancellationToken.None) is { } why ? texts.Of(why) : texts["Tied", proof.Name, name];
        await OnChanged.InvokeAsync();
    }
}
