using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Import;

namespace WitaLive.Bench.Years;

/// <summary>Enters attestations that came over by the law, from a sheet, as the secretariat does.</summary>
internal sealed class Transitional(IServiceProvider services, ClaimsPrincipal secretary)
{
    public async Task ImportAsync(ImmutableArray<TransitionalLot> lots)
    {
        var sheet = new StringBuilder("Numéro de l’attestation;Prénom;Nom;E-mail;Type d’attestation;Valable à partir du;Valable jusqu’au\r\n");
        var n = 0;
        foreach (var lot in lots)
        {
            for (var i = 0; i < lot.Count; i++)
                sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"T-{++n:000000};Camille;Titulaire {n};;{lot.Type};{lot.From:dd/MM/yyyy};{lot.Until:dd/MM/yyyy}\r\n");
        }
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(sheet.ToString()));
        var preview = Done.Well(await ActivatorUtilities.CreateInstance<TransitionalImport>(services).CarryOutAsync(secretary, file, null, default));
        if (!preview.IsWritten)
            throw new InvalidOperationException($"The sheet of {n} attestations was not taken: {preview.Problems.FirstOrDefault()}.");
    }
}
