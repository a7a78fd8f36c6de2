using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Every part in every state, for eyes and for tests. In Development only.</summary>
[AllowAnonymous]
public sealed partial class Specimens(IStringLocalizer<SpecimenTexts> texts, IHostEnvironment environment, NavigationManager navigation) : ComponentBase
{
    private static readonly ImmutableArray<DateTimeOffset> s_days = [new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), new(2026, 12, 8, 13, 0, 0, TimeSpan.Zero)];

    private int _count;
    private bool _fails;
    private string? _notice;

    protected override void OnInitialized()
    {
        if (!environment.IsDevelopment())
            navigation.NotFound();
    }

    private void Count() => _notice = texts["PressedTimes", ++_count];

    private void Confirm() => _notice = texts["Closed"];

    private void Fail() => _fails = true;
}
