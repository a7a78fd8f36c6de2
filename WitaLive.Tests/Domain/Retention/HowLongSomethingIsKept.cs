using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Retention;

/// <summary>Law of 16 December 2022, art. 4 § 4: applications are kept as long as somebody holds an attestation, and seven years after.</summary>
public class HowLongSomethingIsKept
{
    private static readonly DateOnly s_zero = new(2024, 1, 1);

    private static readonly RetentionRule s_rule = TheRules.Book.On(s_zero).Retention;

    private static readonly Gen<DateOnly> s_days = Gen.Choose(0, 5000).Select(s_zero.AddDays);

    private static readonly Gen<DateOnly?> s_perhaps = Gen.Frequency((1, Gen.Constant((DateOnly?)null)), (4, s_days.Select(day => (DateOnly?)day)));

    private static readonly Gen<FileOnRecord> s_files =
        from last in s_perhaps
        from appeal in s_perhaps
        from running in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from court in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from drafted in Gen.Frequency((4, Gen.Constant((DateOnly?)null)), (1, s_days.Select(day => (DateOnly?)day)))
        select new FileOnRecord(last, appeal, running, court) { DraftedOn = drafted };

    private static readonly Gen<Dossier> s_dossiers =
        from files in s_files.ArrayOf(3)
        from ends in s_days.ArrayOf(2)
        from measures in s_perhaps.ArrayOf(2)
        from some in Gen.Choose(0, 7)
        select new Dossier(
            [.. files.Take(1 + (some & 1) * 2)], (some & 2) == 0 ? [] : [.. ends], (some & 4) == 0 ? [] : [.. measures.Select(until => new MeasureOnRecord(until))]);

    [Theory] // a refusal, then an attestation; until the last day and no longer
    [InlineData("2027-01-05", null, "2034-01-05", KeptFor.File), InlineData("2027-01-05", "2032-01-04", "2039-01-04", KeptFor.Attestation)]
    [InlineData("2028-02-29", null, "2035-02-28", KeptFor.File), InlineData("2039-03-01", "2032-01-04", "2046-03-01", KeptFor.File)]
    public void Is_counted_from_the_end_of_the_attestation_and_from_what_happened_last(string last, string? end, string until, KeptFor why)
    {
        var kept = new Dossier([new(Day(last), null, false, false)], end is null ? [] : [Day(end)], []).KeptBy(s_rule);

        Assert.Equal(new(Day(until), why), kept);
        Assert.False(kept.IsDue(Day(until)));
        Assert.True(kept.IsDue(Day(until).AddDays(1)));
    }

    [Fact]
    public void Has_no_end_while_anything_runs() => Prop.ForAll(Arb.From(s_dossiers), Arb.From(s_days), (dossier, day) =>
    {
        var runs = dossier.Files.Any(file => file.IsRunning || file.IsAtCourt || file.LastOn is null || file.AppealUntil >= day)
            || dossier.AttestationEnds.Any(end => end >= day) || dossier.Measures.Any(measure => measure.Until is null || measure.Until >= day);
        return !runs || !dossier.KeptBy(s_rule).IsDue(day);
    }).IsTried();

    [Fact]
    public void Stays_due_once_it_is_due() => Prop.ForAll(Arb.From(s_dossiers), Arb.From(s_days), (dossier, day) =>
        !dossier.KeptBy(s_rule).IsDue(day) || dossier.KeptBy(s_rule).IsDue(day.AddDays(1))).IsTried();

    [Fact]
    public void Is_due_some_day_when_nothing_runs() => Prop.ForAll(Arb.From(s_dossiers), dossier =>
    {
        var ends = dossier.Files.All(file => file is { IsRunning: false, IsAtCourt: false, LastOn: not null }) && dossier.Measures.All(measure => measure.Until is not null);
        return dossier.KeptBy(s_rule).IsDue(s_zero.AddYears(100)) == ends;
    }).IsTried();

    [Fact]
    public void Never_shrinks_by_one_more_file_or_attestation() => Prop.ForAll(Arb.From(s_dossiers), Arb.From(s_files), (dossier, file) =>
    {
        var more = dossier with { Files = dossier.Files.Add(file) };
        return (more.KeptBy(s_rule).Until ?? DateOnly.MaxValue) >= (dossier.KeptBy(s_rule).Until ?? DateOnly.MaxValue);
    }).IsTried();

    [Fact]
    public void Of_nothing_known_is_never_due() => Assert.Equal(new(null, KeptFor.NothingKnown), new Dossier([], [], []).KeptBy(s_rule));

    [Fact]
    public void Of_an_account_ends_some_years_after_its_last_use_and_never_before_its_files()
    {
        Assert.Equal(new(Day("2030-06-01"), KeptFor.Account), Kept.OfAccount(Day("2027-06-01"), null, s_rule));
        Assert.Equal(new(Day("2034-01-05"), KeptFor.File), Kept.OfAccount(Day("2027-06-01"), new(Day("2034-01-05"), KeptFor.File), s_rule));
        Assert.Equal(new(null, KeptFor.Running), Kept.OfAccount(Day("2027-06-01"), new(null, KeptFor.Running), s_rule));
    }

    [Theory] // from the draft on, where that is longer than from the last step; until the last day and no longer
    [InlineData("2027-01-05", "2027-03-01", "2037-03-01", KeptFor.Draft), InlineData("2031-01-05", "2027-03-01", "2038-01-05", KeptFor.File)]
    public void Of_a_decision_that_nobody_signed_is_counted_from_its_draft(string last, string drafted, string until, KeptFor why)
    {
        var kept = new Dossier([new(Day(last), null, false, false) { DraftedOn = Day(drafted) }], [], []).KeptBy(s_rule);

        Assert.Equal(new(Day(until), why), kept);
    }

    [Fact]
    public void Of_a_registration_without_an_account_is_counted_from_its_recording_and_waits_for_a_measure()
    {
        Assert.Equal(new(Day("2036-11-23"), KeptFor.Registration), Kept.OfRegistration(Day("2026-11-23"), null, s_rule));
        Assert.Equal(new(Day("2036-11-23"), KeptFor.Registration), Kept.OfRegistration(Day("2026-11-23"), new(Day("2030-01-12")), s_rule));
        Assert.Equal(new(Day("2037-01-12"), KeptFor.Measure), Kept.OfRegistration(Day("2026-11-23"), new(Day("2037-01-12")), s_rule));
        Assert.False(Kept.OfRegistration(Day("2026-11-23"), new(null), s_rule).IsDue(DateOnly.MaxValue)); // nobody has said how long
    }

    [Fact]
    public void Of_the_proof_of_an_attestation_ends_seven_years_after_its_holders_death()
    {
        Assert.Equal(new(Day("2037-05-04"), KeptFor.Proof), Kept.OfProof(Day("2032-01-04"), Day("2030-05-04"), s_rule));
        Assert.Equal(new(Day("2032-01-04"), KeptFor.Attestation), Kept.OfProof(Day("2032-01-04"), Day("2016-05-04"), s_rule)); // a year mistyped takes nothing that is valid
        Assert.Equal(new(Day("2132-01-04"), KeptFor.Proof), Kept.OfProof(Day("2032-01-04"), null, s_rule)); // nobody told of one
    }

    [Fact]
    public void Of_a_meeting_waits_for_its_open_files()
    {
        Assert.Equal(new(Day("2037-01-05"), KeptFor.Meeting), Kept.OfMeeting(Day("2027-01-05"), hasOpenFile: false, 10));
        Assert.False(Kept.OfMeeting(Day("2027-01-05"), hasOpenFile: true, 10).IsDue(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("\"yearsUnused\": 3", "\"yearsUnused\": 0"), InlineData("\"monthsOfMail\": 36", "\"monthsOfMail\": 85"), InlineData("\"yearsOfProof\": 100", "\"yearsOfProof\": 6")]
    [InlineData("\"yearsUnsigned\": 10", "\"yearsUnsigned\": 0"), InlineData("\"yearsOfRegistration\": 10", "\"yearsOfRegistration\": 0")]
    public void Cannot_be_set_so_that_it_goes_at_once_or_before_what_it_belongs_to(string written, string instead)
    {
        var text = TheRules.Files["retention.json"];
        var files = new Dictionary<string, string>(TheRules.Files) { ["retention.json"] = text.Replace(written, instead, StringComparison.Ordinal) };
        Assert.NotEqual(text, files["retention.json"]);

        Assert.Equal("retention.json", Assert.Throws<RuleDataException>(() => new RuleBook(files)).File);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
