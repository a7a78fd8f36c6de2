using System.Text;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Profiles;

public class AProfile
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_every_field_of_several_windows_that_save_at_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ProfileDesk>();
        await desk.ChangeAsync(who, p => p with { Activities = [AnApplicant.Painting] }, default);

        await Task.WhenAll(
            Task.Run(() => desk.ChangeAsync(who, p => p with { Background = p.Background with { Presentation = "Je peins." } }, default)),
            Task.Run(() => desk.ChangeAsync(who, p => p.With(AnApplicant.Painting.Id, a => a with { Project = "Dunes" }), default)),
            Task.Run(() => desk.SetContactAsync(who, new("+32 2 000 00 00", ""), null, default)));

        var sheet = await desk.ReadAsync(who, default);
        Assert.Equal(("Je peins.", "Dunes", "+32 2 000 00 00"), (sheet.Profile.Background.Presentation, sheet.Profile.Activities[0].Project, sheet.Phone));
    }

    [Fact]
    public async Task Never_holds_the_national_number_but_knows_it_again()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var (other, _) = await AnApplicant.ArriveAsync(office);

        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, AnApplicant.Number, default));
        Assert.IsType<NationalNumberTaken>(await office.Get<ProfileDesk>().SetNationalNumberAsync(other, "85073003328", default));
        Assert.IsType<NationalNumberUnusable>(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, "85073003329", default));

        await using var db = office.Databases.CreateDbContext();
        var stored = await db.Set<StoredProfile>().AsNoTracking().SingleAsync(p => p.PersonId == id);
        Assert.Equal("28", stored.NumberEnd);
        Assert.DoesNotContain("850730033", stored.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("850730033", Encoding.Latin1.GetString(stored.NumberHash!), StringComparison.Ordinal);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData("85073003328"u8), stored.NumberHash); // not without the key
    }

    [Theory]
    [InlineData("85.07.30-033 28", "85073003328"), InlineData("85073003328", "85073003328"), InlineData("85073003329", null), InlineData("8507300332", null), InlineData("", null)]
    [InlineData("00.01.01-001 05", "00010100105"), InlineData("00.01.01-001 06", null), InlineData("17.07.30-033 84", "17073003384"), InlineData("85O73003328", null), InlineData("850730033280", null)]
    public void Knows_a_national_number_by_its_last_two_digits(string typed, string? digits) => Assert.Equal(digits, NationalNumber.Digits(typed));

    [Fact] // whoever could try as many as they like would learn which numbers have an account here
    public async Task Takes_only_so_many_numbers_a_day()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var (other, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ProfileDesk>();
        Assert.Null(await desk.SetNationalNumberAsync(other, AnApplicant.Number, default));

        for (var n = 0; n < 10; n++)
            Assert.IsType<NationalNumberTaken>(await desk.SetNationalNumberAsync(who, AnApplicant.Number, default));

        Assert.Equal(new TooManyNumbers(10), await desk.SetNationalNumberAsync(who, AnApplicant.Number, default));
        Assert.Null(await desk.SetNationalNumberAsync(other, AnApplicant.Number, default)); // a brake for each by themselves
    }

    [Fact]
    public async Task Refuses_what_is_no_amount_of_two_decimals_and_keeps_what_was()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var (desk, line) = (office.Get<ProfileDesk>(), AnApplicant.Sale(2025, 100));
        await desk.ChangeAsync(who, p => p with { Incomes = [line] }, default);

        foreach (var amount in (decimal[])[-0.01m, 0.001m, 100_000_000, 123_456_789_012])
            Assert.IsType<AmountUnusable>(await desk.ChangeAsync(who, p => p.With(line.Id, l => l with { Amount = amount }), default));
        Assert.IsType<YearUnusable>(await desk.ChangeAsync(who, p => p.With(line.Id, l => l with { Year = 20255 }), default));
        Assert.IsType<TextTooLong>(await desk.ChangeAsync(who, p => p.With(line.Id, l => l with { Work = new string('x', 201) }), default));

        Assert.Equal(100m, (await desk.ReadAsync(who, default)).Profile.Incomes.Single().Amount);
    }

    [Fact]
    public async Task Takes_papers_by_their_content_and_a_renamed_program_is_none()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ProofDesk>();

        Assert.IsType<PaperOfAnotherKind>(await desk.AddAsync(who, null, "portfolio.pdf", new MemoryStream("MZ\x90\0\x03"u8.ToArray()), default));
        Assert.Null(await desk.AddAsync(who, null, "..\\..\\portfolio.exe", new MemoryStream(AnApplicant.Pdf), default));

        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();
        Assert.Equal(("portfolio.pdf", "application/pdf"), (proof.Name, proof.ContentType));
        Assert.Null(await desk.RemoveAsync(who, proof.Id, default));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
    }

    [Fact]
    public async Task Keeps_nothing_of_a_paper_for_which_it_has_no_room()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var full = Enumerable.Range(0, ProfileCheck.MostLines).Select(n => new Proof(new(Guid.NewGuid()), null, $"{n}.pdf", "application/pdf", 1)).ToImmutableArray();
        Assert.Null(await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Proofs = full }, default));

        Assert.IsType<TooManyLines>(await office.Get<ProofDesk>().AddAsync(who, null, "portfolio.pdf", new MemoryStream(AnApplicant.Pdf), default));

        Assert.Empty(Directory.GetFiles(office.PaperFolder));
        await using var db = office.Databases.CreateDbContext();
        Assert.Empty(db.Set<StoredProof>());
    }

    [Fact]
    public async Task Says_beside_a_paper_that_the_same_content_is_there_already()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ProofDesk>();
        Assert.Null(await desk.AddAsync(who, null, "contrat.pdf", new MemoryStream(AnApplicant.Pdf), default));
        Assert.Null(await desk.AddAsync(who, null, "autre.pdf", new MemoryStream("%PDF-1.7\n2 0 obj\n%%EOF\n"u8.ToArray()), default)); // as long, and another one
        await using (var page = await APage.OpenAsync<ProfilePage>(office, who))
            Assert.DoesNotContain("Already there", await page.TextAsync(), StringComparison.Ordinal);

        Assert.Null(await desk.AddAsync(who, null, "scan.pdf", new MemoryStream(AnApplicant.Pdf), default));

        Assert.Equal(3, (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Length);
        await using var after = await APage.OpenAsync<ProfilePage>(office, who);
        Assert.Equal(2, (await after.TextAsync()).Split("Already there, as contrat.pdf").Length);
    }

    [Fact]
    public void Knows_papers_of_before_by_name_and_size_and_links_by_their_address()
    {
        Proof Of(string name, long size, string? link = null) => new(new(Guid.NewGuid()), null, name, "application/pdf", size, link);

        Assert.True(Of("a.pdf", 10).ShowsTheSame(Of("a.pdf", 10)));
        Assert.False(Of("a.pdf", 10).ShowsTheSame(Of("a.pdf", 11)));
        Assert.False(Of("a.pdf", 10).ShowsTheSame(Of("b.pdf", 10)));
        Assert.True((Of("a.pdf", 10) with { Hash = "1" }).ShowsTheSame(Of("a.pdf", 10)));
        Assert.False((Of("a.pdf", 10) with { Hash = "1" }).ShowsTheSame(Of("a.pdf", 10) with { Hash = "2" }));
        Assert.True(Of("a", 0, "https://example.org").ShowsTheSame(Of("b", 0, "https://example.org")));
        Assert.False(Of("a", 0, "https://example.org").ShowsTheSame(Of("a", 0)));
    }

    [Fact]
    public async Task Shows_its_papers_to_its_owner_alone_until_they_are_sent_in()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        Assert.Null(await office.Get<ProofDesk>().AddAsync(who, null, "portfolio.pdf", new MemoryStream(AnApplicant.Pdf), default));
        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();

        Assert.Null(await office.Get<ProofDesk>().OpenAsync(PlanningOffice.Secretary, proof.Id, default));
        await using var own = (await office.Get<ProofDesk>().OpenAsync(who, proof.Id, default))!.Value.Content;
        Assert.Equal(AnApplicant.Pdf.Length, own.Length);
    }

    [Fact]
    public void An_unfinished_activity_says_so()
    {
        Assert.True(AnApplicant.Painting.IsComplete);
        Assert.All(
            new[]
            {
                AnApplicant.Painting with { Domain = null }, AnApplicant.Painting with { Kind = null }, AnApplicant.Painting with { Function = "" }, AnApplicant.Painting with { Project = "" },
                AnApplicant.Painting with { Contribution = "" }, AnApplicant.Painting with { From = null }, AnApplicant.Painting with { Until = new(2021, 12, 31) },
            },
            activity => Assert.False(activity.IsComplete));
        Assert.True((AnApplicant.Painting with { Weight = ActivityWeight.Peripheral, Contribution = "" }).IsComplete);
    }

    [Theory]
    [InlineData("https://example.org/works/marées?year=2025", true), InlineData(" http://example.org ", true)]
    [InlineData("javascript:alert(1)", false), InlineData("data:text/html,x", false), InlineData("file:///etc/passwd", false), InlineData("example.org", false), InlineData("https://me:secret@example.org", false)]
    [InlineData("https://localhost/x", false), InlineData("", false)]
    public void A_link_leads_to_a_site_and_nowhere_else(string typed, bool may)
    {
        var made = ProofLink.Of(new(Guid.NewGuid()), null, typed);

        if (may)
            Assert.StartsWith("example.org", Assert.IsType<Result<Proof>.Ok>(made).Value.Name, StringComparison.Ordinal);
        else
            Assert.IsType<LinkUnusable>(Assert.IsType<Result<Proof>.Refused>(made).Why);
        Assert.IsType<Result<Proof>.Refused>(ProofLink.Of(new(Guid.NewGuid()), null, "https://example.org/" + new string('x', ProofLink.Longest)));
    }

    [Fact]
    public async Task Keeps_links_that_show_the_work_and_prove_no_income()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var (desk, proofs, line) = (office.Get<ProfileDesk>(), office.Get<ProofDesk>(), AnApplicant.Sale(2025, 6000));
        await desk.ChangeAsync(who, profile => profile with { Activities = [AnApplicant.Painting], Incomes = [line] }, default);

        Assert.Null(await proofs.AddLinkAsync(who, line.Id.Value, "https://example.org/maree-basse", default));
        Assert.IsType<LinkUnusable>(await proofs.AddLinkAsync(who, null, "javascript:alert(1)", default));

        var profile = (await desk.ReadAsync(who, default)).Profile;
        var link = Assert.Single(profile.Proofs);
        Assert.Equal(("https://example.org/maree-basse", true), (link.Link, link.IsLink));
        Assert.Equal(NotCountedBecause.NoProof, Assert.Single(Estimate.Of(profile, new(2026, 11, 25), Domain.TheRules.InForce).Left).Why);
        Assert.Null(await proofs.RemoveAsync(who, link.Id, default));
        Assert.Empty((await desk.ReadAsync(who, default)).Profile.Proofs);
    }

    [Fact] // royal decree, art. 12 §§ 3 and 9
    public void Times_without_work_take_their_share_once_they_are_proven()
    {
        var (proven, bare) = (new Inactivity(new(Guid.NewGuid()), new(2025, 1, 1), new(2025, 1, 31), InactivityReason.Illness), new Inactivity(new(Guid.NewGuid()), new(2025, 3, 1), new(2025, 3, 31), InactivityReason.Maternity));
        var profile = StoredProfile.Empty with
        {
            Inactivities = [proven, bare, proven with { Id = new(Guid.NewGuid()), Until = null }],
            Proofs = [new(new(Guid.NewGuid()), proven.Id.Value, "a.pdf", "application/pdf", 1)],
        };

        var would = Estimate.Of(profile, new(2026, 11, 25), Domain.TheRules.InForce);

        Assert.Equal(31, would.Practice.AwayDays(2));
    }

    [Fact] // how far back is the rule's to say
    public void Counts_what_the_longest_of_the_sums_looks_back_on()
    {
        var old = AnApplicant.Sale(2020, 30);
        var profile = StoredProfile.Empty with { Activities = [AnApplicant.Painting], Incomes = [old], Proofs = [new(new(Guid.NewGuid()), old.Id.Value, "a.pdf", "application/pdf", 1)] };
        var longer = new RuleBook(Domain.TheRules.Files.ToDictionary(
            file => file.Key, file => file.Value.Replace("\"amount\": 65400, \"years\": 5", "\"amount\": 65400, \"years\": 6", StringComparison.Ordinal)));

        Assert.Equal(NotCountedBecause.TooOld, Assert.Single(Estimate.Of(profile, new(2026, 11, 25), Domain.TheRules.InForce).Left).Why);
        Assert.Empty(Estimate.Of(profile, new(2026, 11, 25), longer.On(new(2026, 11, 25))).Left);
    }

    [Fact]
    public void What_does_not_count_says_why()
    {
        var (proven, bare, old, next, none) = (AnApplicant.Sale(2025, 10), AnApplicant.Sale(2025, 20), AnApplicant.Sale(2020, 30), AnApplicant.Sale(2027, 40), AnApplicant.Sale(2025, 50) with { Activity = null });
        var beside = AnApplicant.Painting with { Id = new(Guid.NewGuid()), Weight = ActivityWeight.Peripheral };
        var teaching = AnApplicant.Sale(2025, 60) with { Activity = beside.Id };
        var unfinished = AnApplicant.Sale(2025, 0) with { Amount = null };
        var profile = StoredProfile.Empty with
        {
            Activities = [AnApplicant.Painting, beside],
            Incomes = [proven, bare, old, next, none, teaching, unfinished],
            Proofs = [.. new[] { proven, old, next }.Select(line => new Proof(new(Guid.NewGuid()), line.Id.Value, "a.pdf", "application/pdf", 1))],
        };

        var would = Estimate.Of(profile, new(2026, 11, 25), Domain.TheRules.InForce);

        Assert.Equal(10m, would.Practice.Core(5));
        Assert.Equal(
            [
                (20m, NotCountedBecause.NoProof), (30m, NotCountedBecause.TooOld), (40m, NotCountedBecause.AfterFiling), (50m, NotCountedBecause.NoActivity), (60m, NotCountedBecause.Peripheral),
                (null, NotCountedBecause.Unfinished),
            ],
            would.Left.Select(left => ((decimal?)left.Line.Amount, left.Why)));
    }
}
