using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.QrCodes;
using WitaLive.App.Year;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Simulators;

namespace WitaLive.Tests.Attestations;

/// <summary>Royal decree, art. 20; and what whoever is shown an attestation may know.</summary>
public class TheRegister(PublicApp app) : IClassFixture<PublicApp>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_narrowed_by_what_they_are_worth_their_type_and_a_name_without_its_accents(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.DoAsync(db => db.AddRange(
            AHolder.Of(null, "plus", new(2022, 1, 1), new(2026, 11, 23), "2022-A-000001", "Zoé Ångström"),
            AHolder.Of(null, "ordinary", new(2021, 1, 1), new(2026, 11, 22), "2021-A-000002", "Éloïse Ménard"),
            AHolder.Of(null, "starter", new(2026, 11, 24), new(2029, 11, 23), "2026-A-000003", "Jürgen Weiß")));

        Assert.Equal(["2026-A-000003", "2022-A-000001", "2021-A-000002"], await NumbersAsync(new()));
        Assert.Equal(["2022-A-000001"], await NumbersAsync(new(Standing: nameof(Standing.Valid))));
        Assert.Equal(["2021-A-000002"], await NumbersAsync(new(Standing: nameof(Standing.Over))));
        Assert.Equal(["2026-A-000003"], await NumbersAsync(new(Standing: nameof(Standing.Waiting))));
        Assert.Empty(await NumbersAsync(new(Standing: nameof(Standing.Kept))));
        Assert.Equal(["2021-A-000002"], await NumbersAsync(new(Type: "ordinary")));
        Assert.Equal(["2021-A-000002"], await NumbersAsync(new(Search: "ELOISE menard")));
        Assert.Equal(["2022-A-000001"], await NumbersAsync(new(Search: "angstrom")));
        Assert.Equal(["2026-A-000003"], await NumbersAsync(new(Search: "a-000003")));
        var (_, account) = await Applications.AnApplicant.ArriveAsync(office);
        var (held, late) = (AHolder.Of(account, "plus", new(2024, 1, 1), new(2026, 12, 31), "2024-A-000004"), AHolder.Of(null, "plus", new(2022, 1, 1), new(2026, 11, 30), "2022-A-000005"));
        late.NoteDeath(new(2026, 11, 1), null, office.Clock.GetUtcNow());
        await office.DoAsync(db => db.AddRange(held, late));
        Assert.Equal(["2021-A-000002", "2022-A-000001", "2026-A-000003"], await NumbersAsync(new(ByLetter: true))); // the one that ends first, first; and nobody who has an account, or has died
        Assert.Equal(["2022-A-000001"], await NumbersAsync(new(Standing: nameof(Standing.Valid), ByLetter: true)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<RegisterList>().ReadAsync(Access.Who.Nobody, new(), default));

        async Task<IEnumerable<string>> NumbersAsync(RegisterFilter filter) =>
            (await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, filter, default)).Lines.Select(line => line.Attestation.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Notes_a_death_of_whom_was_meant_on_a_day_on_which_they_can_have_died(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var today = BrusselsTime.DayInBrussels(office.Clock.GetUtcNow());
        var held = AHolder.Of(null, "plus", today.AddYears(-2), today.AddYears(3), "V-2023-0001");
        await office.DoAsync(db => db.Add(held));
        var (deaths, secretary, reading) = (office.Get<RegisterDeaths>(), PlanningOffice.Secretary, office.Get<AttestationReading>());

        Assert.IsType<NoDeathNoted>(await deaths.RecordAsync(secretary, "V-2023-0001", null, default));
        Assert.IsType<DeathLiesAhead>(await deaths.RecordAsync(secretary, "V-2023-0001", today.AddDays(1), default));
        Assert.IsType<DeathBeforeAttestation>(await deaths.RecordAsync(secretary, "V-2023-0001", today.AddYears(-10), default));
        Assert.IsType<NoSuchAttestation>(await deaths.RecordAsync(secretary, "V-2023-0002", today, default));
        Assert.True((await reading.CheckAsync(held.Code, default))!.IsValid);
        var named = Assert.IsType<Result<NamedPerson>.Ok>(await deaths.NamedAsync(secretary, "v-2023-0001", today, default)).Value;
        Assert.Equal((held.Holder, held.Number), (named.Name, named.Number)); // asked first, by name
        Assert.Null(await deaths.RecordAsync(secretary, "v-2023-0001", today, default));
        Assert.Equal(new(false, null), await reading.CheckAsync(held.Code, default));
        var line = Assert.Single((await office.Get<RegisterList>().ReadAsync(secretary, new(), default)).Lines);
        Assert.Equal((today, office.Clock.GetUtcNow()), (line.Attestation.DiedOn, line.Attestation.DeathNotedAt)); // by whom: on the page
        Assert.Equal(SignedInPerson.Of(secretary)!.Id, line.Attestation.DeathNotedBy);
        Assert.Equal(Standing.Over, line.Standing);
        Assert.Equal((0, 1), (await CountAsync(nameof(Standing.Valid)), await CountAsync(nameof(Standing.Over))));
        Assert.Equal((1, 0), (await CirculatingAsync(today.AddDays(-1)), await CirculatingAsync(today)));
        Assert.Null(await deaths.RecordAsync(secretary, "V-2023-0001", null, default));
        Assert.True((await reading.CheckAsync(held.Code, default))!.IsValid);
        Assert.Equal((1, 0), (await CountAsync(nameof(Standing.Valid)), await CountAsync(nameof(Standing.Over))));

        async Task<int> CountAsync(string standing) => (await office.Get<RegisterList>().ReadAsync(secretary, new(standing), default)).Total;

        async Task<int> CirculatingAsync(DateOnly on) => (await office.Get<YearReading>().ReadAsync(secretary, FigurePeriod.OfYear(today.Year) with { On = on }, default))[FigureKind.Circulation];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_a_number_and_a_code_to_what_was_granted_before_there_were_any(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var file = await office.AddFileAsync("2024-0007");
        var bare = AHolder.Of(null, "plus", new(2024, 1, 1), new(2028, 12, 31), "");
        await office.DoAsync(db => db.Add(new Attestation
        {
            Id = bare.Id, FileId = file.Id, Holder = bare.Holder, Type = bare.Type, DecidedOn = bare.DecidedOn, From = bare.From, Until = bare.Until,
        }));

        await ActivatorUtilities.CreateInstance<WatchAttestations>(office.Services).RunAsync(default);

        var line = Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(Search: "2024-0007"), default)).Lines);
        Assert.Equal(CheckCode.Length, line.Attestation.Code.Length);
    }

    [Fact]
    public async Task Answers_whoever_was_shown_a_code_and_nobody_who_tries_them_out()
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            db.AddRange(
                Coded("0123456789ABCDEF", today.AddYears(-1), new(2099, 12, 31)), Coded("0123456789ABCDEG", new(2019, 1, 1), new(2020, 12, 31)), Coded("0123456789ABCDEH", new(2099, 1, 1), new(2099, 12, 31)));
            await db.SaveChangesAsync();
        }
        using var client = app.CreateClient();

        var valid = await AskAsync("o123-4567 89abcdef");
        Assert.Contains("This attestation is valid today, until Thursday 31\u00a0December 2099.", System.Net.WebUtility.HtmlDecode(valid), StringComparison.Ordinal);
        Assert.DoesNotContain("Grosdent", valid, StringComparison.Ordinal);
        Assert.DoesNotContain("2021-A-000001", valid, StringComparison.Ordinal);
        Assert.Contains("This attestation is not valid. It was valid until", await AskAsync("0123456789ABCDEG"), StringComparison.Ordinal);
        Assert.Contains("not valid yet", await AskAsync("0123456789ABCDEH"), StringComparison.Ordinal);
        Assert.Contains("None of our attestations or letters has this code", await AskAsync("0123456789ABCDEJ"), StringComparison.Ordinal);
        using var refused = await RefusedAsync();
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("2099", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The minute may end in between, and the count with it: more than one minute's questions cannot all be answered in two.
        async Task<HttpResponseMessage> RefusedAsync()
        {
            for (var n = 0; n <= 2 * CheckGate.AMinute; n++)
            {
                var answer = await client.GetAsync(new Uri("/check?code=0123456789ABCDEF", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                    return answer;
                answer.Dispose();
            }
            throw new Xunit.Sdk.XunitException("Nobody was refused.");
        }

        async Task<string> AskAsync(string code)
        {
            using var answer = await client.GetAsync(new Uri($"/check?code={Uri.EscapeDataString(code)}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("0123456789ABCDEF", "0123456789ABCDEF"), InlineData(" o123-4567-89ab-cdef ", "0123456789ABCDEF"), InlineData("il23456789abcdef", "1123456789ABCDEF")]
    [InlineData("0123456789ABCDE", null), InlineData("0123456789ABCDEFG", null), InlineData("0123456789ABCDEU", null), InlineData("", null)]
    public void Reads_a_code_as_people_type_it(string typed, string? code) => Assert.Equal(code, CheckCode.Read(typed));

    [Fact]
    public void Makes_codes_that_it_reads_and_that_are_not_made_twice()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => CheckCode.New()).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, CheckCode.Read(CheckCode.Shown(code))));
    }

    [Fact]
    public void Draws_a_code_with_its_three_corners_and_a_margin()
    {
        var drawn = QrPath.Of("https://live.example.be/check?code=0123456789ABCDEF");

        Assert.Equal(0, (drawn.Side - 8 - 17) % 4); // 17 + 4 × version, and four light modules on each side
        foreach (var (x, y) in new[] { (4, 4), (drawn.Side - 11, 4), (4, drawn.Side - 11) })
            Assert.Contains($"M{x} {y}h1v1h-1z", drawn.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("M3 ", drawn.Data, StringComparison.Ordinal);
        Assert.NotEqual(drawn, QrPath.Of("https://live.example.be/check?code=0123456789ABCDEG"));
    }

    private static Attestation Coded(string code, DateOnly from, DateOnly until)
    {
        var made = AHolder.Of(null, "plus", from, until);
        made.Code = code;
        return made;
    }
}
