using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>A letter that goes by post.</summary>
/// <param name="UnreadSince">In the eBox since that day; null when there is none.</param>
/// <param name="DiedOn">When the applicant did: the letter is sent to the family; null for the living.</param>
/// <param name="Address">As it stands on the letter; where none does, as the person has given it since. Empty when nobody knows one: whoever posts it says where to.</param>
public sealed record PostLine(Guid Id, string Reference, string Applicant, bool IsRegistered, DateOnly? UnreadSince, DateOnly? DiedOn, string Address)
{
    /// <summary>Not handed to the eBox because nothing tells its receiver from a namesake.</summary>
    public bool IsOnlyNamed { get; init; }
}

/// <summary>The letters that go by post: nobody's eBox takes them, or they were not read there in time (rules of procedure, art. 32), or whom they were written to has died or is known by name alone.</summary>
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
        foreach (var one in open)
        {
            var (state, diedOn) = (one.Delivery.Delivery.On(today, CanHand(one.Ruling), rule), dead.GetValueOrDefault(one.Delivery.FileId));
            var isOnlyNamed = state is DeliveryState.ToHand && await LetterReceivers.IsOnlyNamedAsync(db, one.Ruling, ct);
            if (diedOn is not null || isOnlyNamed || state is DeliveryState.ToPost)
                lines.Add(Line(one.Ruling, one.Ruling.Facts, one.Delivery, diedOn, await LetterReceivers.AddressAsync(db, one.Ruling, ct)) with { IsOnlyNamed = isOnlyNamed });
        }
        return [.. lines.OrderByDescending(line => line.IsRegistered)];
    }

    /// <summary>Writes down that letters were posted on a day: on it they are notified. All of them, or none.</summary>
    /// <param name="to">Where those went of which no address is known.</param>
    public async Task<Refusal?> PostAsync(ClaimsPrincipal who, IReadOnlyCollection<Guid> letters, DateOnly day, CancellationToken ct, IReadOnlyDictionary<Guid, string>? to = null)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (me, wanted) = (SignedInPerson.Of(who)!.Id, letters.ToList());
        var typed = (to ?? ImmutableDictionary<Guid, string>.Empty).Where(one => wanted.Contains(one.Key)).Select(one => (one.Key, Line: OneLine.Of(one.Value))).Where(one => one.Line.Length > 0).ToDictionary(one => one.Key, one => one.Line);
        if (typed.Values.Any(line => line.Length > ProfileCheck.LongestLine))
            return new TextTooLong(ProfileCheck.LongestLine);
        // Somebody else may mark the same letter at the same moment, or its receiver read it.
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var chosen = await db.Set<RulingDelivery>().Where(d => wanted.Contains(d.RulingId)).ToListAsync(ct);
            var rulings = await db.Set<Ruling>().AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
            if ((await RulingReading.ReplacedAsync(db, wanted, ct)).Count > 0)
                return new LetterIsReplaced();
            if (chosen.Select(d => d.Delivery.WhyNotPost(day, rulings[d.RulingId].SignedAt!.Value.DayInBrussels(), Today)).FirstOrDefault(why => why is not null) is { } unusable)
                return unusable;
            if (await NeedAddressAsync(db, [.. rulings.Values.Where(r => !typed.ContainsKey(r.Id))], ct) is { } lacking)
                return lacking;
            foreach (var delivery in chosen.OrderBy(d => rulings[d.RulingId].Number))
            {
                var ruling = rulings[delivery.RulingId];
                (delivery.PostedOn, delivery.PostedTo) = (day, typed.GetValueOrDefault(ruling.Id));
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

    // The day of the post is that of the notification: a letter that went nowhere must not begin the periods of appeal.
    private static async Task<Refusal?> NeedAddressAsync(WitaLiveDb db, ImmutableArray<Ruling> rulings, CancellationToken ct)
    {
        var lacking = new List<Ruling>();
        foreach (var ruling in rulings)
            if (await LetterReceivers.AddressAsync(db, ruling, ct) is "")
                lacking.Add(ruling);
        return lacking.Count == 0 ? null
            : new LetterNeedsAddress([.. lacking.Select(r => r.Id)], string.Join(", ", lacking.Select(r => RulingComposer.ReferenceOf(r.Facts.Case.Number, r.Number)).Order(StringComparer.Ordinal)));
    }

    private PostLine Line(Ruling ruling, RulingFacts facts, RulingDelivery delivery, DateOnly? diedOn, string address) => new(
        ruling.Id, RulingComposer.ReferenceOf(facts.Case.Number, ruling.Number), facts.Case.Applicant, rules.On(ruling.SentAt!.Value.DayInBrussels()).Rulings.Registered.Contains(facts.Outcome),
        delivery.HasNoEbox ? null : delivery.HandedOn, diedOn, address);

    private bool CanHand(Ruling ruling) => ebox.IsThere && ruling.PaperId is not null;
}
