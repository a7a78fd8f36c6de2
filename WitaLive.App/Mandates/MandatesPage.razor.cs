using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Every seat with its mandate, those first that want something of the secretariat.</summary>
public sealed partial class MandatesPage(MandateReading reading, MandateDesk desk, CurrentPerson current, SeatWords words, IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private ImmutableArray<SeatLine>? _lines;
    private int _warnMonths;

    protected override async Task OnInitializedAsync()
    {
        _warnMonths = desk.Rule.WarnMonths;
        _lines = await reading.ListAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
    }

    private string NameOf(SeatLine line, Person? person) =>
        person is null ? texts["Vacant"] : line.Suspended.Any(p => p.Id == person.Id) ? texts["SuspendedName", person.FullName] : person.FullName;

    private string WhatOf(SeatLine line) => line switch
    {
        { Now: null } => texts["IsVacant"],
        { Suspended: [var one, ..] } => texts["IsSuspended", one.FullName],
        { IsEnding: true } => texts["IsEnding", line.Now!.Term.Until!.Value.ToLongDay(), string.Join(", ", new[] { line.Effective, line.Substitute }.OfType<Person>().Select(p => p.FullName))],
        _ => texts["LacksSubstitute", line.Effective!.FullName],
    };
}
