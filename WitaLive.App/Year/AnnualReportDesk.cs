using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Figures;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Year;

/// <summary>Reads and writes activity reports. The figures beside the texts are counted by <see cref="YearReading"/>, never written.</summary>
/// <remarks>Source: rules of procedure, art. 37.</remarks>
public sealed class AnnualReportDesk(IDbContextFactory<WitaLiveDb> databases, YearReading reading, RuleBook rules, TimeProvider clock)
{
    /// <summary>Of which years there are reports or drafts, the last one first.</summary>
    public ImmutableArray<int> Years => rules.On(reading.Today).Figures.YearsUntil(reading.Today.Year);

    /// <summary>Null for a year of which there is none.</summary>
    public async Task<AnnualReport?> ReadAsync(ClaimsPrincipal who, int year, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Figures);
        if (!Years.Contains(year))
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await (
            from text in db.Set<AnnualReportText>().AsNoTracking()
            where text.Year == year
            join person in db.Persons on text.By equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            orderby text.Number
            select new { Row = text, Given = person == null ? "" : person.GivenName, Family = person == null ? "" : person.FamilyName }).ToListAsync(ct);
        var handedIn = await (
            from report in db.Set<AnnualReportHandedIn>().AsNoTracking()
            where report.Year == year
            join person in db.Persons on report.By equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            select new { report.At, Given = person == null ? "" : person.GivenName, Family = person == null ? "" : person.FamilyName }).SingleOrDefaultAsync(ct);
        return new(
            year, RuleOf(year),
            [.. rows.Select(one => new AnnualTextVersion(one.Row.Section, one.Row.Language, one.Row.Number, one.Row.Text, $"{one.Given} {one.Family}".Trim(), one.Row.At))],
            handedIn is null ? null : ($"{handedIn.Given} {handedIn.Family}".Trim(), handedIn.At));
    }

    /// <param name="number">Of the version that was read, 0 for none; another one meanwhile refuses.</param>
    public Task<Refusal?> SaveAsync(ClaimsPrincipal who, int year, string section, string language, int number, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var text = FreeText.Of(typed);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            var rule = RuleOf(year);
            if (!Years.Contains(year) || !rule.Written.Contains(section) || !rule.AllLanguages.Contains(language))
                return new NoSuchAnnualReport();
            if (text.Length > AnnualReportText.Longest)
                return new AnnualReportTextTooLong(AnnualReportText.Longest);
            await using var db = await databases.CreateDbContextAsync(ct);
            // Serializable: a text and the handing in of its year read what the other one is about to write.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Set<AnnualReportHandedIn>().AnyAsync(r => r.Year == year, ct))
                return new AnnualReportIsHandedIn();
            var last = await db.Set<AnnualReportText>().AsNoTracking().Where(t => t.Year == year && t.Section == section && t.Language == language).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);
            if ((last?.Text ?? "") == text)
                return null; // sent twice, or nothing changed
            if ((last?.Number ?? 0) != number)
                return new AnnualReportChangedMeanwhile();
            db.Add(new AnnualReportText { Year = year, Section = section, Language = language, Number = number + 1, Text = text, By = SignedInPerson.Of(who)!.Id, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }, ct);
    }

    /// <summary>Closes the texts of a year that is over, once each section is written in the languages that the rules want.</summary>
    public Task<Refusal?> HandInAsync(ClaimsPrincipal who, int year, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            if (!Years.Contains(year))
                return new NoSuchAnnualReport();
            if (year >= reading.Today.Year)
                return new AnnualReportYearNotOver();
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Set<AnnualReportHandedIn>().AnyAsync(r => r.Year == year, ct))
                return null;
            var written = (await db.Set<AnnualReportText>().AsNoTracking().Where(t => t.Year == year).OrderBy(t => t.Number).ToListAsync(ct))
                .GroupBy(t => (t.Section, t.Language)).Where(of => of.Last().Text.Length > 0).Select(of => of.Key).ToHashSet();
            var rule = RuleOf(year);
            foreach (var (section, language) in rule.Languages.SelectMany(language => rule.Written.Select(section => (section, language))).Where(wanted => !written.Contains(wanted)).Take(1))
                return new AnnualReportLacksText(section, language);
            db.Add(new AnnualReportHandedIn { Year = year, By = SignedInPerson.Of(who)!.Id, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }, ct);
    }

    /// <summary>The report on the last year that is over, when the secretariat is to be reminded of it.</summary>
    public async Task<(int Year, DateOnly DueOn, bool IsUrgent)?> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var (today, year) = (reading.Today, reading.Today.Year - 1);
        var rule = RuleOf(year);
        if (!Years.Contains(year) || !rule.IsReminded(year, today))
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        // Of a year in which nothing came in, such as before the first use, there is nothing to report.
        return await db.Set<AnnualReportHandedIn>().AnyAsync(r => r.Year == year, ct) || !await FigureFiles.Of(db, FigureKind.Received, FigurePeriod.OfYear(year), []).AnyAsync(ct) ? null : (year, rule.DueOn(year), rule.IsUrgent(year, today));
    }

    // As it is when the report is made: in the year after.
    private AnnualReportRule RuleOf(int year) => rules.On(new(Math.Clamp(year, 1, 9000) + 1, 1, 1)).Figures.Report;
}
