using System.Security.Claims;
using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>Somebody who applies: an invented painter with a profile that can be sent in.</summary>
internal static class AnApplicant
{
    /// <summary>An invented number whose last two digits check the others.</summary>
    public const string Number = "85.07.30-033 28";

    public static byte[] Pdf { get; } = "%PDF-1.7\n1 0 obj\n%%EOF\n"u8.ToArray();

    public static Activity Painting { get; } = new(
        new(Guid.Parse("00000000-0000-4000-8000-0000000000a1")), ActivityWeight.Core, "plasticArts", ActivityKind.Artistic, "Peintre", "Sans elle, pas de tableau.",
        new(2022, 1, 1), null, "Série des marées", "Galerie Ostrabelle", "");

    public static IncomeLine Sale(int year, decimal amount) => new(new(Guid.NewGuid()), Painting.Id, year, amount, IncomeKind.Professional, "Marée basse");

    public static async Task<(ClaimsPrincipal Who, PersonId Id)> ArriveAsync(PlanningOffice office, string language = "fr")
    {
        var person = Person.Applying(new(Guid.NewGuid()), "Ysaline", "Grosdent", $"{Guid.NewGuid():N}@example.org", language);
        await office.DoAsync(db => db.Add(person));
        return (Outside(person.Id), person.Id);
    }

    public static ClaimsPrincipal Outside(PersonId id) =>
        new(new ClaimsIdentity([.. Who.With(id).Claims, new Claim("witalive:outside", "true")], "test"));

    /// <summary>With income that points to a plus.</summary>
    public static async Task FillAsync(IServiceProvider services, ClaimsPrincipal who, string number = Number)
    {
        var profiles = (ProfileDesk)services.GetService(typeof(ProfileDesk))!;
        var proofs = (ProofDesk)services.GetService(typeof(ProofDesk))!;
        var line = Sale(2025, 6000);
        Assert.Null(await profiles.SetContactAsync(who, new("+32 470 00 00 00", ""), new("Quai des Invisibles 3, 1000 Bruxelles", ""), default));
        Assert.Null(await profiles.SetNationalNumberAsync(who, number, default));
        Assert.Null(await profiles.ChangeAsync(who, profile => profile with
        {
            Background = profile.Background with { Presentation = "Je peins la mer, et je vis de la vente de mes tableaux." },
            Activities = [Painting],
            Incomes = [line],
        }, default));
        Assert.Null(await proofs.AddAsync(who, line.Id.Value, "contrat.pdf", new MemoryStream(Pdf), default));
    }

    public static async Task<FileId> SubmitAsync(PlanningOffice office, ClaimsPrincipal who, string number = Number)
    {
        await FillAsync(office.Services, who, number);
        return Assert.IsType<Result<FileId>.Ok>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Value;
    }

    public static async Task<FileSheet> ReadAsync(PlanningOffice office, FileId file) => (await office.Get<FileReading>().ReadAsync(PlanningOffice.Secretary, file, default))!;

    public static Task<Refusal?> DoAsync(PlanningOffice office, FileId file, ApplicationCommand command) => office.Get<FileDesk>().DoAsync(PlanningOffice.Secretary, file, command, default);
}
