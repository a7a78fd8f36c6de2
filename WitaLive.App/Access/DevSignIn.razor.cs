using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Everyone the database knows, to be signed in as with one click. In Development only; elsewhere the page is not found.</summary>
public sealed partial class DevSignIn(
    IHostEnvironment environment, IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SeatWords words,
    IStringLocalizer<AccessTexts> texts) : ComponentBase
{
    private List<(string Title, List<(Person Person, string What)> People)>? _groups;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery]
    public string? Find { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!environment.IsDevelopment())
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await using var db = await databases.CreateDbContextAsync(Http.RequestAborted);
        var commission = await directory.ReadAsync(db, words.Today, Http.RequestAborted);
        var persons = (await db.Persons.AsNoTracking().Where(p => p.IsActive).ToListAsync(Http.RequestAborted))
            .Where(p => string.IsNullOrWhiteSpace(Find) || Matches($"{p.FullName} {p.Email}", Find.Trim())).ToList();

        var places = commission.Seats.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        _groups = [.. persons
            .Select(p => (Person: p, Seat: commission.SeatOf(p.Id)))
            .OrderBy(p => p.Seat is null ? -1 : places[p.Seat.Id]).ThenBy(p => p.Seat?.Substitute?.Id == p.Person.Id).ThenBy(p => p.Person.FamilyName, StringComparer.CurrentCulture)
            .GroupBy(p => p.Seat is null ? texts["DevOthers"].Value : words.SectionAndGroup(p.Seat))
            .Select(g => (g.Key, g.Select(p => (p.Person, What(p.Person, p.Seat, commission))).ToList()))];
    }

    private string What(Person person, SeatOnDay? seat, Commission commission) => seat is not null
        ? $"{words.Brief(seat)} {(seat.Effective?.Id == person.Id ? texts["Effective"] : texts["Substitute"])}"
        : commission.Offices.FirstOrDefault(o => o.Person.Id == person.Id) is { } office ? words.Office(office.Role)
        : commission.Jurists.Any(p => p.Id == person.Id) ? texts["RoleJurist"]
        : commission.Secretariat.Any(p => p.Id == person.Id) ? texts["RoleSecretariat"]
        : texts["NoSeat"];

    private static bool Matches(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
