using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>Which fields of a line are still to be filled in, each a link to it.</summary>
public sealed partial class MissingFields(ProfileWords texts) : ComponentBase
{
    [CascadingParameter]
    public Assisting? Assisting { get; set; }

    /// <summary>What the ids of its fields begin with: a for an activity, i for income, t for a time without work.</summary>
    [Parameter, EditorRequired]
    public required string Kind { get; set; }

    [Parameter, EditorRequired]
    public required Guid Line { get; set; }

    [Parameter]
    public ImmutableArray<LineField> Fields { get; set; } = [];

    /// <summary>The names alone, where it is said already that something is missing.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    private string Profile => Assisting?.Profile ?? "my/profile";

    private static string Suffix(LineField field) => field.ToString().ToLowerInvariant();

    private string Label(LineField field) => texts[field switch
    {
        LineField.Kind when Kind == "i" => "IncomeKind",
        LineField.Activity => "OfActivity",
        LineField.Until => "UntilDay",
        _ => field.ToString(),
    }];
}
