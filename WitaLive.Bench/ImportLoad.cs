using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Import;
using WitaLive.Bench.Years;

namespace WitaLive.Bench;

/// <summary>A sheet of 4,000 applications with 40,000 lines: looked at, then taken over, as the secretariat does.</summary>
internal static class ImportLoad
{
    public const string Role = "import";
    private const int Applications = 4_000, Incomes = 9;

    public static async Task RunAsync(Figures figures, string data, string directory)
    {
        var secretary = YearMaker.As(new(Guid.NewGuid()), Roles.Secretariat);
        await using var office = await YearOffice.OpenAsync(data, directory);
        var import = ActivatorUtilities.CreateInstance<ApplicationImport>(office.Services, ActivatorUtilities.CreateInstance<ApplicationWriting>(office.Services));
        using var sheet = new MemoryStream(Encoding.UTF8.GetBytes(Sheet()));
        figures.Begin(string.Create(CultureInfo.InvariantCulture, $"{Applications:N0} applications with {Applications * (Incomes + 1):N0} lines from a .csv of {sheet.Length / 1_000_000} MB"));
        await TimeAsync("looked at", () => import.CheckAsync(secretary, sheet, null, default), isWritten: false);
        await TimeAsync("read again and taken over", () => import.CarryOutAsync(secretary, sheet, null, default), isWritten: true);

        async Task TimeAsync(string what, Func<Task<WitaLive.Domain.Result<ImportPreview>>> act, bool isWritten)
        {
            sheet.Position = 0;
            var clock = Stopwatch.StartNew();
            var preview = Done.Well(await act());
            if (preview.IsWritten != isWritten || preview.Problems.Length > 0)
                throw new InvalidOperationException($"The sheet was not taken: {preview.Problems.FirstOrDefault()}.");
            figures.Add(what, FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0.0} s"), "wanted ≤ 60 s");
        }
    }

    private static string Sheet()
    {
        var sheet = new StringBuilder("Demande;Prénom;Nom;E-mail;Langue;Activité ou revenu;Numéro de l’activité;Principale ou périphérique;Domaine;Nature de l’activité;Fonction;Apport nécessaire;Débute le;Projet;Année civile;Montant brut en euros;Nature du revenu;De quelle œuvre\r\n");
        for (var n = 1; n <= Applications; n++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"D-{n};Camille;Demandeur {n};d{n}@example.org;français;activité;1;principale;musique;artistique;Pianiste;Sans elle, pas de concert.;01/02/2022;Récital;;;;\r\n");
            for (var i = 0; i < Incomes; i++)
                sheet.Append(CultureInfo.InvariantCulture, $"D-{n};;;;;revenu;1;;;;;;;;{2021 + i % 3};{300 + i},50;revenu professionnel;Récital\r\n");
        }
        return sheet.ToString();
    }
}
