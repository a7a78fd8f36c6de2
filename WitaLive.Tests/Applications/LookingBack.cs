using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Files;
using WitaLive.App.Precedents;
using WitaLive.App.Search;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>Past decisions: found by what they were about, without whom they were about.</summary>
public class LookingBack
{
    private static readonly ClaimsPrincipal s_member = Who.With(new PersonId(Guid.NewGuid()));

    [Theory, OnSqlite, OnPostgres]
    public async Task Finds_by_domain_function_type_reason_and_words_alike_on_both_engines(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await WriteAsync(office, 6, "plus", "music", "Chef d’orchestre", "Sans elle, l'œuvre n'existe pas.", null);
        await WriteAsync(office, 5, "refusal", "music", "Régisseuse", "Elle éclaire la scène.", "notProven");
        await WriteAsync(office, 7, "ordinary", "plasticArts", "Peintre-décoratrice 3D", "Elle peint « Ça ira » :* & | ! ' \"", null);
        var search = office.Get<PrecedentSearch>();
        async Task<string> Found(PrecedentQuery query) => (await search.FindAsync(s_member, query, default)) is { IsAll: true } all ? $"{all.Cases.Length}" : "0";

        Assert.Equal("18", await Found(new()));
        Assert.Equal("11", await Found(new("music")));
        Assert.Equal("5", await Found(new("music", "refusal")));
        Assert.Equal("5", await Found(new(Reason: "notProven")));
        Assert.Equal("0", await Found(new("plasticArts", Reason: "notProven")));
        foreach (var words in new[] { "REGISSEUSE", "régiss", "éclaire scene", "r" })
            Assert.Equal("5", await Found(new(Words: words)));
        foreach (var words in new[] { "peintre-decoratrice", "décoratrice 3d", "ça ira", "peint « ça" })
            Assert.Equal("7", await Found(new(Words: words)));
        foreach (var words in new[] { "\" OR 1=1", "peintre OR musique", "AND", "* ' zzz", "NEAR(a b)" })
            Assert.Equal("0", await Found(new(Words: words)));
        Assert.Equal("18", await Found(new(Words: " :*&|!' \"")));
        Assert.Equal("0", await Found(new(Words: new('r', 3_000))));
        Assert.Equal("0", await Found(new(new('r', 3_000), Words: "r")));
        Assert.Equal("11", await Found(new() { AnyOf = ["Chef de chœur, orchestre", "Régisseuse"] }));
        Assert.Equal("6", await Found(new("music") { AnyOf = ["orchestre"] }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Masks_what_tells_of_few_and_names_nobody(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await WriteAsync(office, 4, "plus", "music", "Pianiste", "Elle joue.", null);
        var search = office.Get<PrecedentSearch>();
        var few = await search.FindAsync(s_member, new("music"), default);
        Assert.Equal((0, 0, 0), (few.AtLeast, few.Outcomes.Length, few.Cases.Length));
        Assert.DoesNotContain("Pianiste", await ShownAsync("fr", few), StringComparison.Ordinal);

        await WriteAsync(office, 9, "refusal", "music", "Pianiste Grosdent", "Ysaline Grosdent joue; demandez à GROSDENT. Grosdents Klavier: www.ysalinegrosdent.be, @y_grosdent, Ysalines Musik.", "notProven");
        var found = await search.FindAsync(s_member, new("music"), default);
        Assert.Equal((5, true, 9), (found.AtLeast, found.IsAll, found.Cases.Count(one => one.Outcome == "refusal")));
        Assert.Equal((9, 0), (found.Cases.Length, found.Outcomes.Length));
        Assert.All(found.Cases, one => Assert.Null(one.File));
        Assert.All((await search.FindAsync(PlanningOffice.Secretary, new("music"), default)).Cases, one => Assert.NotNull(one.File));
        foreach (var language in new[] { "en", "fr", "nl", "de" })
            Assert.DoesNotContain("rosdent", await ShownAsync(language, found), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(9, (await search.FindAsync(s_member, new(Words: "klavier musik"), default)).Cases.Length);
        Assert.Equal(0, (await search.FindAsync(s_member, new(Words: "grosdent"), default)).AtLeast);
        await using var db = office.Databases.CreateDbContext();
        Assert.All(await db.Set<PastDecision>().ToListAsync(), row => Assert.All(["rosdent", "ysaline"], name => Assert.DoesNotContain(name, row.Words + row.Activities, StringComparison.OrdinalIgnoreCase)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => search.FindAsync(AnApplicant.Outside(new(Guid.NewGuid())), new("music"), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Answers_every_question_as_if_what_is_rare_had_never_been_decided(Engine engine)
    {
        await using var with = await PlanningOffice.OnAsync(engine);
        await using var without = await PlanningOffice.OnAsync();
        foreach (var office in new[] { with, without })
        {
            await WriteAsync(office, 61, "plus", "music", "Chef de chœur", "Elle dirige.", null);
            await WriteAsync(office, 27, "refusal", "music", "Régisseuse", "Elle éclaire.", "notProven");
            await WriteAsync(office, 10, "starter", "music", "Pianiste", "Elle joue.", null);
            await WriteAsync(office, 6, "plus", "plasticArts", "Scénographe", "Elle dessine.", null);
        }
        await WriteAsync(with, 1, "ordinary", "music", "Pianiste", "Elle joue.", null);
        await WriteAsync(with, 4, "refusal", "plasticArts", "Scénographe", "Elle dessine.", "notProven");
        string?[] domains = [null, "music", "plasticArts", "comics"], outcomes = [null, "plus", "starter", "ordinary", "refusal"], reasons = [null, "notProven"], words = [null, "pian", "scénographe", "elle"];

        foreach (var query in from d in domains from o in outcomes from r in reasons from w in words select new PrecedentQuery(d, o, r, w))
        {
            var (one, other) = (await with.Get<PrecedentSearch>().FindAsync(s_member, query, default), await without.Get<PrecedentSearch>().FindAsync(s_member, query, default));
            Assert.Equal(Told(other), Told(one));
            Assert.All(one.Outcomes.Select(of => of.AtLeast).Append(one.AtLeast), figure => Assert.Equal(0, (figure ?? 0) % one.Smallest));
            Assert.True(one.Outcomes.IsEmpty || !one.IsAll);
        }
        Assert.Equal(95 + 5, (await with.Get<PrecedentSearch>().FindAsync(s_member, new(), default)).AtLeast);
        await WriteAsync(with, 4, "ordinary", "music", "Pianiste", "Elle joue.", null); // no longer rare
        Assert.Equal(5, (await with.Get<PrecedentSearch>().FindAsync(s_member, new("music", "ordinary"), default)).Cases.Length);

        static string Told(Precedents found) => System.Text.Json.JsonSerializer.Serialize(new { found.AtLeast, Outcomes = found.Outcomes.Select(of => $"{of.Outcome} {of.AtLeast}"), found.Cases, found.IsAll });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Begins_with_a_decision_as_it_was_put_and_ends_with_its_undoing(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        var item = room.Meeting.Items[0].Id;
        await InAChamber.DoAsync(room, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, "notProven"));
        await InAChamber.VoteAsync(room, "refusal");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);

        var written = Assert.Single(await RowsAsync(office));
        Assert.Contains("xrnotproven", written.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ostrabelle", written.Words + written.Activities, StringComparison.OrdinalIgnoreCase); // whom it was made for stays out
        Assert.Equal(0, (await office.Get<PrecedentSearch>().FindAsync(s_member, new(), default)).AtLeast); // today's may still be undone
        await InAChamber.DoAsync(room, new UndoConclusion(item));
        Assert.Empty(await RowsAsync(office));

        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
        await using (var db = office.Databases.CreateDbContext())
            await db.Set<PastDecision>().ExecuteDeleteAsync();
        var index = ActivatorUtilities.CreateInstance<IndexDecisions>(office.Services);
        await index.RunAsync(default);
        await index.RunAsync(default);
        Assert.Equal((written.Words, written.Activities, written.DecidedOn), Assert.Single(await RowsAsync(office)) is var again ? (again.Words, again.Activities, again.DecidedOn) : default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_of_a_judgment_instead_of_the_decision_it_replaced(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        await InAChamber.DecideAsync(office, file, "refusal");
        await using (var db = office.Databases.CreateDbContext())
            await db.Set<ApplicationFile>().Where(f => f.Id == file).ExecuteUpdateAsync(set => set.SetProperty(f => f.Outcome, "plus")); // as a judgment leaves it

        await ActivatorUtilities.CreateInstance<IndexDecisions>(office.Services).RunAsync(default);
        var row = Assert.Single(await RowsAsync(office));
        Assert.Equal("plus", row.Outcome);
        Assert.Contains("xoplus", row.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_a_short_name_out_where_it_is_one_and_in_where_it_is_part_of_another_word()
    {
        var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = "1", Kind = "application", Applicant = "Ann Maes", Language = "nl" };
        var profile = new Profile(new("", "", "", false, false, false, false, 0), [AnApplicant.Painting with { Function = "Anns Dirigente annmaes Annonceuse" }], [], [], []);

        Assert.Contains("\"Dirigente Annonceuse\"", PastDecisions.Of(file, new(profile, "Ann Maes", "", "", "", "28"), "plus", new(2026, 3, 1), []).Activities, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_decision_of_before_on_the_day_it_was_in_Brussels()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, applicant) = await AnApplicant.ArriveAsync(office);
        var file = new ApplicationFile
        {
            Id = new(Guid.NewGuid()), Number = "2025-1", Kind = "application", Applicant = "Ysaline Grosdent", ApplicantId = applicant, Language = "fr", State = FileState.Decided, Outcome = "plus",
            ChangedAt = new(2025, 6, 30, 22, 30, 0, TimeSpan.Zero),
        };
        var profile = new Profile(new("", "", "", false, false, false, false, 0), [AnApplicant.Painting], [], [], []);
        await office.DoAsync(db => db.AddRange(file, new Submission(profile, "Ysaline Grosdent", "", "", "", "28").AsSnapshot(file.Id)));

        await ActivatorUtilities.CreateInstance<IndexDecisions>(office.Services).RunAsync(default);

        Assert.Equal(new(2025, 7, 1), Assert.Single(await RowsAsync(office)).DecidedOn);
    }

    private static Task<string> ShownAsync(string language, Precedents found) => Rendered.AsHtml<PrecedentList>(language, new() { ["Found"] = found }, Room.TheRoom.Services);

    private static async Task<List<PastDecision>> RowsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<PastDecision>().AsNoTracking().ToListAsync();
    }

    private static async Task WriteAsync(PlanningOffice office, int times, string outcome, string domain, string function, string contribution, string? reason)
    {
        await using var db = office.Databases.CreateDbContext();
        for (var n = 0; n < times; n++)
        {
            var activity = AnApplicant.Painting with { Domain = domain, Function = function, Contribution = contribution };
            var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = $"{Guid.NewGuid():N}", Kind = "application", Applicant = "Ysaline Grosdent", Language = "fr", State = FileState.Decided };
            var profile = new Profile(new("", "", "", false, false, false, false, 0), [activity], [], [], []);
            ImmutableArray<ActivityMark> marks = reason is null ? [] : [new(activity.Id, false, reason)];
            db.Add(PastDecisions.Of(file, new(profile, "Ysaline Grosdent", "", "", "", "28"), outcome, new DateOnly(2026, 3, 1).AddDays(n), marks));
        }
        await db.SaveChangesAsync();
    }
}
