using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Assistance;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using Activity = WitaLive.Domain.Applications.Activity;
using ActivityKind = WitaLive.Domain.Applications.ActivityKind;

namespace WitaLive.Bench.Years;

/// <summary>People who open an account, fill in their profile and send an application in, each step as the pages do it.</summary>
internal sealed class Applicants(IServiceProvider services, YearPlan plan, ClaimsPrincipal secretary, TimeProvider clock)
{
    private static readonly string[] s_given = ["Ysaline", "Évariste", "Maëlle", "Anneleen", "Björn", "Zoë", "François", "Hélène", "Jørgen", "Aline", "Thibault", "Saskia"];
    private static readonly string[] s_family = ["Grosdent", "Vandenhoeck", "Molhant", "Schoutenaert", "Müller", "Tillemans", "Dujardin", "Lambermont", "Peeters", "Orbaen"];
    private static readonly string[] s_functions = ["Musicienne", "Peintre", "Régisseuse", "Comédien", "Scénographe", "Autrice", "Danseur", "Illustratrice"];

    private static readonly byte[] s_paper = [.. "%PDF-1.7\n"u8, .. new byte[400], .. "%%EOF"u8];

    private readonly Invitations _accounts = ActivatorUtilities.CreateInstance<Invitations>(services);
    private int _count;

    /// <param name="wish">To which attestation the figures point; refusal for none.</param>
    /// <returns>Some prove what they say by a paper, some by a link.</returns>
    public async Task<(FileId File, ClaimsPrincipal Who, bool HasPaper)> ApplyAsync(string language, string domain, string wish)
    {
        var n = _count++;
        var address = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"applicant{n}@example.org");
        Done.Well(await _accounts.SignUpAsync(s_given[n % s_given.Length], s_family[n / s_given.Length % s_family.Length], address, language, clock.GetUtcNow(), default));
        var person = await services.GetRequiredService<AssistanceDesk>().OfAddressAsync(secretary, address, default) ?? throw new InvalidOperationException($"{address} has no account.");
        var who = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.Value.ToString()), new(SignedInPerson.OutsideClaim, "true")], "year"));
        var profiles = services.GetRequiredService<ProfileDesk>();
        Done.Well(await profiles.SetContactAsync(who, new("+32 470 00 00 00", ""), new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Quai des Invisibles {n + 1}, 1000 Bruxelles"), ""), default));
        Done.Well(await profiles.SetNationalNumberAsync(who, NumberOf(n), default));
        Done.Well(await profiles.ChangeAsync(who, profile => Filled(profile, domain, wish, n), default));
        var proofs = services.GetRequiredService<ProofDesk>();
        var hasPaper = YearPlan.IsOneOf(n, plan.WithPaper);
        if (hasPaper)
            Done.Well(await proofs.AddAsync(who, null, "contrat.pdf", new MemoryStream(s_paper), default));
        else if (YearPlan.IsOneOf(n, plan.WithLink))
            Done.Well(await proofs.AddLinkAsync(who, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://example.org/portfolio/{n}"), default));
        return (Done.Well(await services.GetRequiredService<ApplicationDesk>().SubmitAsync(who, default)), who, hasPaper);
    }

    private Profile Filled(Profile profile, string domain, string wish, int n)
    {
        var year = clock.GetUtcNow().Year;
        var activity = new Activity(
            new(Guid.CreateVersion7()), ActivityWeight.Core, domain, ActivityKind.Artistic, s_functions[n % s_functions.Length], "Sans cet apport, l’œuvre n’existerait pas.", new(year - 2, 1, 1), null, $"Projet {n + 1}", "Théâtre de la Monnaie", "");
        var amount = wish switch { "plus" => 6_000, "ordinary" => 2_400, "starter" => 450, _ => 260 };
        return profile with
        {
            Background = profile.Background with { Presentation = "Je vis de mon travail artistique.", HigherArtsDiploma = wish == "starter", Plan = wish == "starter", Performances = wish == "starter" ? 6 : 0 },
            Activities = [activity],
            Incomes = [new(new(Guid.CreateVersion7()), activity.Id, year - 1, amount, IncomeKind.Professional, $"Projet {n + 1}")],
        };
    }

    // One that checks: of somebody born in the last century.
    private static string NumberOf(int n)
    {
        var born = new DateOnly(1970, 1, 1).AddDays(n / 900);
        var body = long.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{born:yyMMdd}{n % 900 + 1:000}"), System.Globalization.CultureInfo.InvariantCulture);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{body:000000000}{97 - body % 97:00}");
    }
}
