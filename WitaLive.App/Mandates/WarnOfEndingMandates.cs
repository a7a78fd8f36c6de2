using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Mandates;

/// <summary>Mails the secretariat, so many months ahead, which mandates end (data/rules/mandates.json): one mail for all that have come due.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: the mails and the rows that say of which ends they tell are one transaction,
/// and the key of those rows lets each end be told once.
/// </remarks>
public sealed class WarnOfEndingMandates(
    IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, MandateMails mails, TimeProvider clock) : ISweep
{
    // Nobody wants a warning at night.
    private static readonly TimeOnly s_from = new(8, 0);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        if (now < BrusselsTime.At(today, s_from))
            return;
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, today, ct);
        var ending = await EndingAsync(db, today, ct);
        var receivers = commission.Secretariat.Where(ConvocationRows.IsReachable).ToList();
        if (ending.Count == 0 || receivers.Count == 0)
            return; // what nobody could be told is told once somebody can be
        db.AddRange(ending.Select(m => new MandateWarning { MandateId = m.Id, Until = m.Term.Until!.Value, At = now }));
        var lines = ending.Select(m => (Seat: commission.Seats.First(s => s.Id == m.Seat), m.Term.Until!.Value)).OrderBy(l => l.Value).ToImmutableArray();
        foreach (var person in receivers)
            Outbox.Add(db, mails.Ending(person, lines, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another run told them; if it was something else, the next run finds them still to tell.
        }
    }

    // Those for which nobody is appointed from the day after.
    private async Task<List<Mandate>> EndingAsync(WitaLiveDb db, DateOnly today, CancellationToken ct)
    {
        var rule = rules.On(today).Mandates;
        var ahead = await db.Mandates.AsNoTracking().Where(m => m.Term.Until == null || m.Term.Until >= today).ToListAsync(ct);
        var told = (await db.Set<MandateWarning>().AsNoTracking().Where(w => w.Until >= today).ToListAsync(ct)).Select(w => (w.MandateId, w.Until)).ToHashSet();
        return [.. ahead.Where(m => m.Term.Contains(today) && rule.IsEnding(m.Term.Until, today) && !told.Contains((m.Id, m.Term.Until!.Value))
            && !ahead.Exists(other => other.Seat == m.Seat && other.Term.Contains(m.Term.Until.Value.AddDays(1))))];
    }
}

/// <summary>The words of mails about mandates.</summary>
public sealed class MandateMails(MailFrame frame, SiteAddress site, SeatWords words, IStringLocalizer<MandateTexts> texts)
{
    public const string Purpose = "mandate";

    public OutgoingMail Ending(Person to, ImmutableArray<(SeatOnDay Seat, DateOnly Until)> ending, DateTimeOffset at) => ReceiverLanguage.Run(to.Language, () => new OutgoingMail
    {
        ToAddress = to.Email,
        ToName = to.FullName,
        Language = to.Language,
        Subject = texts["EndingSubject", ending.Length].Value,
        Text = frame.Write(to.Language, to.FullName, () => texts[
            "EndingMail",
            string.Join('\n', ending.Select(line => texts["EndingLine", line.Until.ToLongDay(), words.Brief(line.Seat), string.Join(", ", line.Seat.Duo.Select(p => p.FullName))].Value)),
            site.Of("chambers/mandates")].Value),
        Purpose = Purpose,
        CreatedAt = at,
        PersonId = to.Id,
    });
}
