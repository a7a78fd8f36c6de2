using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;

namespace WitaLive.App.Presence;

/// <summary>Everyone who has signed the attendance list and is here, with a voice or without.</summary>
public sealed partial class PeopleHere(IStringLocalizer<PresenceTexts> texts)
{
    private const int Most = 100;

    [Parameter, EditorRequired]
    public required ImmutableArray<PersonHere> People { get; set; }
}
