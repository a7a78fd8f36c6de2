using Microsoft.AspNetCore.Components;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>One person of a list.</summary>
public sealed partial class PersonSelect : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What stands there while nobody is chosen.</summary>
    [Parameter, EditorRequired]
    public required string Nobody { get; set; }

    [Parameter, EditorRequired]
    public required IEnumerable<Person> People { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Whom the value names; null for nobody.</summary>
    public static PersonId? PersonOf(string? value) => Guid.TryParse(value, out var id) ? new PersonId(id) : null;
}
