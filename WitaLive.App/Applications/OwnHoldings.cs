using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Measures;

namespace WitaLive.App.Applications;

/// <summary>The attestations of somebody and the measures sought against them, for their own copy: nothing that the chair can still take back.</summary>
public sealed class OwnHoldings(AttestationReading attestations, MeasureReading measures)
{
    internal async Task<List<object>> AttestationsAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        return [.. (await attestations.MineAsync(who, ct)).Select(held => new
        {
            held.Attestation.Number, held.Attestation.Type, held.Attestation.From, held.Attestation.Until, Standing = $"{held.Standing}",
            held.Attestation.Measure, held.Attestation.MeasureFrom, held.Attestation.MeasureUntil,
        })];
    }

    internal async Task<List<object>> MeasuresAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var against = new List<object>();
        foreach (var file in await measures.MineAsync(who, ct))
        {
            if (await measures.ReadOwnAsync(who, file.Id, ct) is { } sheet)
                against.Add(new { sheet.File.Number, About = sheet.Thing.Number, State = $"{sheet.Application.State}", sheet.Application.Outcome, sheet.Application.MeasureUntil, Steps = OwnCopy.Told(sheet.Events), sheet.Openings });
        }
        return against;
    }
}
