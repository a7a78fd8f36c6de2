using Microsoft.EntityFrameworkCore;
using WitaLive.App.Amateurs;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>Compares what is to be published with everybody whose name the database knows, and with the numbers of all files.</summary>
internal static class KnownPeople
{
    /// <summary>Each place once, those that surely name somebody first.</summary>
    public static async Task<ImmutableArray<Trace>> FindAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct)
    {
        var read = new Anonymity(proposal.Wording, proposal.Subject is ProposalSubject.Activity ? proposal.Code : "");
        var traces = read.Shapes().ToList();
        await foreach (var person in db.Persons.AsNoTracking().Select(p => new { p.GivenName, p.FamilyName }).AsAsyncEnumerable().WithCancellation(ct))
            traces.AddRange(read.Of(new(person.GivenName, person.FamilyName)));
        var whole = db.Set<ApplicationFile>().Select(f => f.Applicant)
            .Union(db.Set<Attestation>().Select(a => a.Holder)).Union(db.Set<AmateurRegistration>().Select(a => a.Name));
        await foreach (var name in whole.AsAsyncEnumerable().WithCancellation(ct))
            traces.AddRange(read.Of(new("", name)));
        if (read.HasNumbers)
        {
            var numbers = db.Set<ApplicationFile>().Select(f => f.Number).Union(db.Set<Attestation>().Select(a => a.Number)).Union(db.Set<AmateurRegistration>().Select(a => a.Number));
            await foreach (var number in numbers.AsAsyncEnumerable().WithCancellation(ct))
                traces.AddRange(read.OfNumber(number));
        }
        // Of a name that is found in full, its family name alone says nothing more.
        return [.. traces.Distinct().OrderBy(trace => trace.Kind).ThenBy(trace => trace.Language, StringComparer.Ordinal).ThenByDescending(trace => trace.IsInTitle).ThenBy(trace => trace.Line)
            .Where(trace => trace.IsCertain || !traces.Exists(other => other.Kind is TraceKind.Name && (other.Language, other.IsInTitle, other.Line) == (trace.Language, trace.IsInTitle, trace.Line) && other.Found.Contains(trace.Found, StringComparison.Ordinal)))];
    }
}
