using Microsoft.EntityFrameworkCore;
using WitaLive.App.Declarations;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Declarations;

public class SigningConfidentiality
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_words_version_and_hour_of_the_first_signature(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var desk = office.Get<DeclarationDesk>();
        var member = (await office.ChamberAsync()).VotingSeats.First().Effective!;
        var own = await desk.ReadAsync(Who.With(member.Id), default);
        Assert.True(own is { IsAsked: true, Signature: null });

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.SignAsync(Who.With(member.Id), own.Version.From, "fr", default))));
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await desk.SignAsync(Who.With(member.Id), own.Version.From, "nl", default));

        var signature = (await desk.ReadAsync(Who.With(member.Id), default)).Signature!;
        Assert.Equal(("fr", own.Version.Text["fr"], PlanningOffice.Morning), (signature.Language, signature.Text, signature.SignedAt));
        Assert.NotNull(Assert.Single(await desk.ListAsync(PlanningOffice.Secretary, default), l => l.Person.Id == member.Id).SignedAt);
    }

    [Fact]
    public async Task Is_asked_of_everyone_with_a_function_and_of_nobody_else()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<DeclarationDesk>();
        var commission = await office.CommissionAsync();

        var asked = (await desk.ListAsync(PlanningOffice.Secretary, default)).Select(l => l.Person.Id).ToHashSet();

        var bound = commission.Seats.SelectMany(s => s.Duo).Concat(commission.Jurists).Concat(commission.Secretariat).Concat(commission.Offices.Select(o => o.Person));
        Assert.Equal(bound.Select(p => p.Id).ToHashSet(), asked);
        Assert.False((await desk.ReadAsync(Who.With(), default)).IsAsked);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ListAsync(Who.With(asked.First()), default));
    }

    [Fact]
    public async Task Is_refused_for_words_that_no_longer_hold()
    {
        await using var office = await PlanningOffice.OnAsync();

        Assert.IsType<DeclarationChanged>(await office.Get<DeclarationDesk>().SignAsync(Who.With(), new(2020, 1, 1), "fr", default));

        await using var db = office.Databases.CreateDbContext();
        Assert.False(await db.Set<SignedDeclaration>().AnyAsync());
    }

    [Fact]
    public void Wants_its_words_in_every_language()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{ "versions": [ { "from": "2024-01-01", "source": ["ROI 52"], "text": { "fr": "Je me tais." } } ] }""");

        Assert.Throws<InvalidDataException>(() => new ConfidentialityDeclaration(file));
        File.Delete(file);
    }
}
