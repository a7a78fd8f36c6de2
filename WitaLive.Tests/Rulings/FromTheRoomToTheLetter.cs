using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Mail;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>ROI 26 § 6, 32 and 42: reasoned, signed, sent; then nothing in it changes.</summary>
public class FromTheRoomToTheLetter
{
    [Fact]
    public async Task Tells_the_days_that_were_decided_also_when_another_attestation_has_taken_its_place_since()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, "plus");
        var before = (await decided.ReadAsync()).Document.Decision;
        await office.DoAsync(db =>
        {
            var granted = db.Set<Attestation>().Single();
            (granted.UntilBefore, granted.Until) = (granted.Until, granted.From.AddDays(30));
        });

        Assert.Equal(string.Join('\n', before), string.Join('\n', (await decided.ReadAsync()).Document.Decision));
    }

    [Theory]
    [InlineData("fr", "Elle fait suite à l’attestation 2021-A-000001 ("), InlineData("nl", "Het volgt op attest 2021-A-000001 (")]
    [InlineData("de", "Sie folgt auf die Bescheinigung 2021-A-000001 (")]
    public async Task Names_the_attestation_that_the_granted_one_follows(string language, string said)
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, "plus", language, applicant => AHolder.Of(applicant, "plus", new(2022, 3, 1), new(2027, 2, 28)));

        var sentences = (await decided.ReadAsync()).Document.Decision;

        Assert.StartsWith(said, sentences[1], StringComparison.Ordinal);
        Assert.Equal(3, sentences.Length);
        await office.DoAsync(db => db.RemoveRange(db.Set<Attestation>().Where(a => a.Number == "2021-A-000001")));
        Assert.Equal(2, (await decided.ReadAsync()).Document.Decision.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_a_refusal_with_its_reasons_and_its_ways_of_appeal(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        var text = ADecidedFile.Text with { OnActivities = ADecidedFile.Text.OnActivities.Add(AnApplicant.Painting.Id, "=1+1 <b>La photo</b> \u05D0 n’est pas datée.") };
        await decided.HandInAsync(text);
        Assert.Empty(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default));
        await decided.SignAsync();
        Assert.Empty(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)); // signed, not sent

        Assert.Equal(new LettersSent(1, 0), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));
        Assert.Equal(new LettersSent(0, 0), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));

        var letter = Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).Document!;
        Assert.Equal(("fr", "Ysaline Grosdent", "Les pièces ne montrent pas de vente."), (letter.Language, letter.Receiver[0], letter.Motivation));
        Assert.Contains("ne vous accorde pas", letter.Decision[0], StringComparison.Ordinal);
        Assert.Contains("art.\u00a012", Assert.Single(letter.Reasons), StringComparison.Ordinal);
        Assert.Equal(("Peintre, Série des marées", "=1+1 <b>La photo</b> \u05D0 n’est pas datée."), (letter.Activities[0].Activity, letter.Activities[0].Remark));
        Assert.StartsWith("Non acceptée", letter.Activities[0].Verdict, StringComparison.Ordinal);
        Assert.All(letter.Sums, sum => Assert.Contains("0,00\u00a0€", sum.Replace(' ', '\u00a0').Replace('\u202f', '\u00a0'), StringComparison.Ordinal));
        Assert.Contains("1\u00a0mois", letter.Appeal[0], StringComparison.Ordinal);
        Assert.Contains("https://live.example.be/my/applications", letter.Appeal[0], StringComparison.Ordinal);
        Assert.Contains("tribunal du travail", letter.Appeal[1], StringComparison.Ordinal);
        Assert.StartsWith("Ces délais courent", letter.Appeal[2], StringComparison.Ordinal);
        Assert.Equal((await office.CommissionAsync()).President!.FullName, letter.Signature[0]);
        Assert.Equal($"https://live.example.be/check?code={letter.Code}", letter.CheckAddress);
        var mail = Assert.Single(await MailsAsync(office));
        Assert.DoesNotContain("refus", mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase); // what was decided is read behind the link
        Assert.Contains($"my/decisions/{decided.Ruling}", mail.Text, StringComparison.Ordinal);
        var genuine = (await decided.Reading.CheckAsync(CheckCode.Shown(letter.Code).ToLowerInvariant(), default))!;
        Assert.Equal(("refusal", false, letter.Facts[0].Text), (genuine.Outcome, genuine.IsReplaced, genuine.Reference));
        Assert.Null(await decided.Reading.CheckAsync(CheckCode.New(), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Changes_nothing_any_more_once_signed_and_is_corrected_by_a_new_decision(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        var before = (await decided.ReadAsync()).Ruling;

        Assert.IsType<RulingIsSigned>(await decided.Desk.WriteAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, before.Version, default));
        Assert.IsType<RulingIsSigned>(await decided.Desk.HandInAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, before.Version, default));
        Assert.IsType<RulingIsSigned>(await decided.Desk.TakeBackAsync(PlanningOffice.Secretary, decided.Ruling, default));
        Assert.IsType<RulingIsSigned>(await decided.Desk.AskAsync(PlanningOffice.Secretary, decided.Ruling, default));
        Assert.IsType<RulingIsSigned>(await decided.ReadOverAsync(PlanningOffice.Secretary, true, ""));
        Assert.IsType<RulingIsSigned>(await decided.SignAsync(await decided.PresidentAsync()));
        var after = (await decided.ReadAsync()).Ruling;
        Assert.Equal((before.Document, before.Hash, before.TextAsKept, true), (after.Document, after.Hash, after.TextAsKept, after.IsAsSigned));

        Assert.IsType<CorrectionNeedsReason>(Assert.IsType<Result<Guid>.Refused>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, " ", default)).Why);
        var begun = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default))));
        var correction = Assert.Single(begun.OfType<Result<Guid>.Ok>()).Value;
        Assert.All(begun.OfType<Result<Guid>.Refused>(), refused => Assert.IsType<NotToCorrect>(refused.Why));
        Assert.False((await decided.ReadAsync()).ReplacedBy!.IsSigned); // only being written: the signed one holds
        Assert.False((await decided.Reading.OfMeetingAsync(PlanningOffice.Secretary, decided.Meeting, default))!.Lines.Single(line => line.Id == decided.Ruling).IsReplaced);
        Assert.IsType<NotToDrop>(await decided.Desk.DropAsync(PlanningOffice.Secretary, decided.Ruling, default));
        await decided.HandInAsync(ADecidedFile.Text, correction);
        Assert.IsType<NotToDrop>(await decided.Desk.DropAsync(PlanningOffice.Secretary, correction, default));
        Assert.Null(await decided.Desk.TakeBackAsync(PlanningOffice.Secretary, correction, default));
        Assert.Null(await decided.Desk.DropAsync(PlanningOffice.Secretary, correction, default));
        Assert.Null((await decided.ReadAsync()).ReplacedBy);
        correction = Assert.IsType<Result<Guid>.Ok>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default)).Value;
        await decided.HandInAsync(ADecidedFile.Text with { Motivation = "Mieux dit." }, correction);
        await decided.SignAsync(correction);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);

        Assert.True((await decided.ReadAsync()).ReplacedBy!.IsSigned);
        var letters = await decided.Reading.OwnAsync(decided.Applicant, decided.File, default);
        Assert.Equal([(correction, false), (decided.Ruling, true)], letters.Select(one => (one.Id, one.IsReplaced)));
        Assert.Contains("Une date était fausse.", letters[0].Document!.Decision[^1], StringComparison.Ordinal);
        Assert.Equal($"{letters[1].Document!.Facts[0].Text}/2", letters[0].Document!.Facts[0].Text);
        Assert.Equal(after.Document, (await decided.ReadAsync()).Ruling.Document);
        Assert.True((await decided.Reading.CheckAsync(letters[1].Document!.Code, default))!.IsReplaced);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_out_once_when_two_of_the_secretariat_send_the_letters_of_a_meeting(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        var (another, file) = (Guid.CreateVersion7(), (await office.AddFileAsync("2026-A-000777")).Id);
        await office.DoAsync(db =>
        {
            var one = db.Set<Ruling>().AsNoTracking().Single();
            db.Add(new Ruling { Id = another, FileId = file, MeetingId = one.MeetingId, Number = 1, FactsAsKept = one.FactsAsKept, TextAsKept = one.TextAsKept, WrittenBy = "", IsDrawn = false, ChangedAt = one.ChangedAt });
        });
        await decided.HandInAsync(ADecidedFile.Text, another);
        await decided.SignAsync(another);

        // When the first one is at its first letter, the other sends both.
        var meanwhile = new Meanwhile(() => decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));
        Assert.Equal(new LettersSent(2, 0), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, meanwhile, default));

        Assert.Equal(new LettersSent(1, 0), meanwhile.Other);
        Assert.Single(await MailsAsync(office)); // nobody has an account for the other one
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(2, await db.Set<RulingDelivery>().CountAsync());
    }

    private sealed class Meanwhile(Func<Task<LettersSent>> other) : IProgress<int>
    {
        public LettersSent? Other { get; private set; }

        public void Report(int value) => Other ??= Task.Run(other).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Grants_with_the_days_of_the_attestation_in_the_language_of_the_applicant()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, "plus", "nl");
        Assert.Equal(["plusIncome"], (await decided.ReadAsync()).Text.Reasons.AsEnumerable()); // drafted from the figures
        await decided.HandInAsync((await decided.ReadAsync()).Text);
        await decided.SignAsync();

        var letter = (await decided.ReadAsync()).Document;
        Assert.Equal("nl", letter.Language);
        Assert.Contains("Attest “plus”", letter.Decision[0], StringComparison.Ordinal);
        Assert.Contains("2032", letter.Decision[0], StringComparison.Ordinal); // five years from January 2027
        Assert.Equal("Aanvaard.", Assert.Single(letter.Activities).Verdict);
    }

    [Fact]
    public async Task Is_not_sent_when_it_is_no_longer_what_was_signed_and_proves_nothing()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        var signed = (await decided.ReadAsync()).Ruling;
        await office.DoAsync(db => db.Set<Ruling>().Where(r => r.Id == decided.Ruling)
            .ExecuteUpdate(set => set.SetProperty(r => r.Document, signed.Document!.Replace("ne vous accorde pas", "vous accorde", StringComparison.Ordinal))));

        Assert.Equal(new LettersSent(0, 1), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));
        Assert.False((await decided.ReadAsync()).Ruling.IsAsSigned);
        Assert.Null(await decided.Reading.CheckAsync(signed.Code!, default));
        Assert.Empty(await MailsAsync(office));
    }

    [Fact]
    public async Task Is_not_read_by_its_applicant_either_when_it_changed_after_it_was_sent()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        Assert.NotNull((await decided.Reading.OwnLetterAsync(decided.Applicant, decided.Ruling, default))!.Document);
        var signed = (await decided.ReadAsync()).Ruling;
        foreach (var tampered in new[] { signed.Document!.Replace("ne vous accorde pas", "vous accorde", StringComparison.Ordinal), "{}", "no letter at all" })
        {
            await office.DoAsync(db => db.Set<Ruling>().Where(r => r.Id == decided.Ruling).ExecuteUpdate(set => set.SetProperty(r => r.Document, tampered)));

            Assert.Null(Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).Document);
        }
    }

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == RulingMails.Purpose).ToListAsync();
    }
}
