using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>A letter that goes by post.</summary>
/// <param name="UnreadSince">In the eBox since that day; null when there is none.</param>
/// <param name="DiedOn">When the applicant did: the letter is sent to the family; null for the living.</param>
/// <param name="Address">As it stands on the letter; where none does, as the person has given it since. Empty when nobody knows one.</param>
public sealed record PostLine(Guid Id, string Reference, string Applicant, bool IsRegistered, DateOnly? UnreadSince, DateOnly? DiedOn, string Address);

/// <summary>The letters that go by post: nobody's eBox takes them, or they were not read there in time (rules of procedure, art. 32), or whom they were written to has died.</summary>
public sealed class PostDesk(IDbContextFactory<WitaLiveDb> databases, IEbox ebox, Notifications notifications, RuleBook rules, TimeProvider clock)
{
    /// <summary>Registered ones first, then the oldest.</summary>
    public async Task<ImmutableArray<PostLine>> ReadAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (today, rule) = (Today, rules.On(Today).Rulings);
        await using var db = await databases.CreateDbContextAsync(ct);
        var replaced = db.Set<Ruling>().Where(Ruling.TakesPlace).Select(r => r.ReplacesId);
        var open = await db.Set<RulingDelivery>().AsNoTracking().Where(d => d.PostedOn == null && d.ReadOn == null && !replaced.Contains(d.RulingId))
            .Join(db.Set<Ruling>().AsNoTracking(), d => d.RulingId, r => r.Id, (d, r) => new { Delivery = d, Ruling = r }).OrderBy(one => one.Ruling.SentAt).ToListAsync(ct);
        var files = open.ConvertAll(one => one.Delivery.FileId);
        var dead = await db.Set<ApplicationFile>().Where(f => files.Contains(f.Id)).Join(db.Persons.Where(p => p.DiedOn != null), f => f.ApplicantId, p => p.Id, (f, p) => new { f.Id, p.DiedOn })
            .ToDictionaryAsync(one => one.Id, one => one.DiedOn, ct);
        var lines = new List<PostLine>();
        foreach (var one in open.Where(one => dead.ContainsKey(one.Delivery.FileId) || one.Delivery.Delivery.On(today, CanHand(one.Ruling), rule) is DeliveryState.ToPost))
        {
            var facts = one.Ruling.Facts;
            var address = facts.Case.Address.Length > 0 ? facts.Case.Address : await RulingDrafts.AddressAsync(db, await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == one.Delivery.FileId, ct), ct);
            lines.Add(Line(one.Ruling, facts, one.Delivery, dead.GetValueOrDefault(one.Delivery.FileId), address));
        }
        return [.. lines.OrderByDescending(line => line.IsRegistered)];
    }

    /// <summary>Writes down that letters were posted on a day: on it they are notified.</summary>
    public async Task<Refusal?> PostAsync(ClaimsPrincipal who, IReadOnlyCollection<Guid> letters, DateOnly day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (me, wanted) = (SignedInPerson.Of(who)!.Id, letters.ToList());
        // Somebody else may mark the same letter at the same moment, or its receiver read it.
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var chosen = await db.Set<RulingDelivery>().Where(d => wanted.Contains(d.RulingId)).ToListAsync(ct);
            var rulings = await db.Set<Ruling>().AsNoTracking().Where(r => wanted.Contains(r.Id)).Select(r => new { r.Id, r.Number, r.SignedAt }).ToDictionaryAsync(r => r.Id, ct);
            if ((await RulingReading.ReplacedAsync(db, wanted, ct)).Count > 0)
                return new LetterIsReplaced();
            foreach (var delivery in chosen.OrderBy(d => rulings[d.RulingId].Number))
            {
                var ruling = rulings[delivery.RulingId];
                if (delivery.Delivery.WhyNotPost(day, ruling.SignedAt!.Value.DayInBrussels(), Today) is { } why)
                    return why;
                delivery.PostedOn = day;
                if (await notifications.AddAsync(db, delivery.FileId, ruling.Number, day, me, ct) is { } open)
                    return open;
            }
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }, ct);
    }

    /// <summary>Answers of the eBox that made no sense, by name.</summary>
    public ImmutableArray<string> RefusedAnswers(ClaimsPrincipal who)
    {
        Policies.Demand(who, Policies.Secretariat);
        return ebox.RefusedAnswers();
    }

    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private PostLine Line(Ruling ruling, RulingFacts facts, RulingDelivery delivery, DateOnly? diedOn, string address) => new(
        ruling.Id, RulingComposer.ReferenceOf(facts.Case.Number, ruling.Number), facts.Case.Applicant, rules.On(ruling.SentAt!.Value.DayInBrussels()).Rulings.Registered.Contains(facts.Outcome),
        delivery.HasNoEbox ? null : delivery.HandedOn, diedOn, address);

    private bool CanHand(Ruling ruling) => ebox.IsThere && ruling.PaperId is not null;
}
