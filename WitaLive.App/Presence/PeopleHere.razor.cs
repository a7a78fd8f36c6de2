using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;

namespace WitaLive.App.Presence;

/// <summary>Everyone who has signed the attendance list and is here, with a voice or without.</summary>
public sealed partial class PeopleHere(IStringLocalizer<PresenceTexts> texts)
{
    private const int Most = 100;

    private bool _opened;

    [Parameter, EditorRequired]
    public required ImmutableArray<PersonHere> People { get; set; }

    // A hundred names behind a fold are a hundred names in the memory of every circuit: they are drawn once somebody looks.
    // A page that has no circuit (yet) cannot be asked for them and shows them all.
    private bool IsDrawn => _opened || !RendererInfo.IsInteractive;

    private void Open() => _opened = true;
}
