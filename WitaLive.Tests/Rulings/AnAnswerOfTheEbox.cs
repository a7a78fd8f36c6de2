using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Ebox;
using WitaLive.App.Languages;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>ROI 32: the periods of appeal run from what the eBox says, so nothing follows from what cannot be.</summary>
public class AnAnswerOfTheEbox
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_refused_and_told_when_it_says_a_day_that_cannot_be(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await HandedAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(3));
        var now = office.Clock.GetUtcNow();
        var absurd = new[] { new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2041, 1, 1, 0, 0, 0, TimeSpan.Zero), now.AddDays(-5), now.AddDays(2), DateTimeOffset.MinValue, DateTimeOffset.MaxValue };
        office.Ebox.Answers.AddRange(absurd.SelectMany(at => new[] { EboxFate.Read, EboxFate.NoEbox }.Select(fate => new EboxAnswer(decided.Ruling, fate, at))));

        await DeliverAsync(office);

        Assert.Empty(office.Ebox.Answers);
        Assert.Equal(12, office.Get<PostDesk>().RefusedAnswers(PlanningOffice.Secretary).Length);
        Assert.Equal((null, false), ((await decided.ReadAsync()).Delivery!.ReadOn, (await decided.ReadAsync()).Delivery!.HasNoEbox));
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
    }

    /// <summary>Whoever answers has a clock of its own.</summary>
    [Theory, InlineData(-1, 0), InlineData(0, 0), InlineData(2, 2), InlineData(3, 2)]
    public async Task Counts_as_the_nearest_day_that_can_be_when_clocks_are_one_day_apart(int said, int counts)
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await HandedAsync(office);
        var handed = office.Clock.GetUtcNow();
        office.Clock.Advance(TimeSpan.FromDays(2));
        office.Ebox.Answers.Add(new(decided.Ruling, EboxFate.Read, handed.AddDays(said)));

        await DeliverAsync(office);

        Assert.Empty(office.Ebox.Refused);
        Assert.Equal(handed.DayInBrussels().AddDays(counts), (await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
    }

    [Theory, InlineData(EboxFate.Read, EboxFate.NoEbox), InlineData(EboxFate.NoEbox, EboxFate.Read)]
    public async Task Stands_when_a_later_one_says_the_contrary_which_is_refused(EboxFate first, EboxFate second)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (decided, now) = (await HandedAsync(office), office.Clock.GetUtcNow());
        office.Ebox.Answers.AddRange([new(decided.Ruling, first, now), new(decided.Ruling, second, now), new(decided.Ruling, first, now)]);

        await DeliverAsync(office);

        Assert.Empty(office.Ebox.Answers);
        Assert.Equal($"{decided.Ruling}.json", Assert.Single(office.Ebox.Refused)); // to say the same again is no contradiction
        var delivery = (await decided.ReadAsync()).Delivery!;
        Assert.Equal((first is EboxFate.NoEbox, first is EboxFate.Read), (delivery.HasNoEbox, delivery.ReadOn is not null));
        Assert.Equal(first is EboxFate.Read, (await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn is not null);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_alone_when_two_runs_read_contrary_ones_at_the_same_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (decided, now) = (await HandedAsync(office), office.Clock.GetUtcNow());
        var boxes = Enumerable.Range(0, 6).Select(n => new AnEbox { IsThere = true, Answers = { new(decided.Ruling, n % 2 == 0 ? EboxFate.Read : EboxFate.NoEbox, now) } }).ToList();

        await Task.WhenAll(boxes.Select(box => Task.Run(() => ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services, box).RunAsync(default))));

        var delivery = (await decided.ReadAsync()).Delivery!;
        Assert.NotEqual(delivery.HasNoEbox, delivery.ReadOn is not null);
        Assert.Equal(3, boxes.Sum(box => box.Refused.Count));
    }

    [Fact]
    public async Task Is_refused_and_told_when_it_is_about_no_letter_that_was_handed_in()
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = true;
        var (decided, unknown) = (await ADecidedFile.SentAsync(office, printed: false), Guid.NewGuid());
        office.Ebox.Answers.AddRange(new[] { decided.Ruling, unknown }.Select(letter => new EboxAnswer(letter, EboxFate.Read, office.Clock.GetUtcNow())));

        await DeliverAsync(office);

        Assert.Empty(office.Ebox.Answers);
        Assert.Equal([$"{decided.Ruling}.json", $"{unknown}.json"], office.Ebox.Refused);
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
    }

    [Theory, InlineData(1, ""), InlineData(5, ""), InlineData(6, "and 1 more"), InlineData(8, "and 3 more")]
    public async Task Is_missed_when_it_makes_no_sense(int answers, string more)
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.Refused.AddRange(Enumerable.Range(1, answers).Select(n => $"réponse-{n}.json"));

        await using var page = await APage.OpenAsync<PostPage>(office, PlanningOffice.Secretary);

        var text = await page.TextAsync();
        Assert.Contains($"Unusable answers of the eBox: {answers}.", text, StringComparison.Ordinal);
        Assert.Equal(Math.Min(answers, 5), Enumerable.Range(1, answers).Count(n => text.Contains($"réponse-{n}.json", StringComparison.Ordinal)));
        Assert.Equal(answers > 5, text.Contains(" more.", StringComparison.Ordinal));
        if (answers > 5)
            Assert.Contains($"réponse-5.json {more}.", text, StringComparison.Ordinal);
        Assert.Throws<UnauthorizedAccessException>(() => office.Get<PostDesk>().RefusedAnswers(Who.With(new PersonId(Guid.NewGuid()))));
    }

    private static async Task<ADecidedFile> HandedAsync(PlanningOffice office)
    {
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        await DeliverAsync(office);
        Assert.Single(office.Ebox.Letters);
        return decided;
    }

    private static Task DeliverAsync(PlanningOffice office) => ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);
}
