using System.Text.Json;
using WitaLive.App.Chambers;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Chambers;

public class TheShippedCommission
{
    private static readonly DateOnly s_day = new(2026, 11, 24);

    [Fact]
    public void Has_the_seats_of_the_rules()
    {
        var rules = Demo.Rules.On(s_day).Composition;

        Assert.All(rules.Groups, group => Assert.All(group.Seats, section =>
            Assert.Equal(section.Value, Demo.Law.Seats.Count(s => s.Group == group.Code && s.Section == section.Key))));
        Assert.Equal(rules.Groups.Sum(g => g.Seats.Values.Sum()), Demo.Law.Seats.Length);
        Assert.Equal(rules.Domains.Order(), Demo.Law.Chambers.Where(c => c.AdHocLanguage is null).SelectMany(c => c.Domains).Distinct().Order());
    }

    [Fact]
    public void Has_the_chambers_of_the_rules_in_each_section()
    {
        var rules = Demo.Rules.On(s_day).Composition;

        Assert.All(rules.Sections, section => Assert.All(rules.Chambers, standing => Assert.Equal<string>(
            standing.Domains,
            Demo.Law.Chambers.Single(c => (c.Formation, c.Section, c.Number, c.AdHocLanguage) == (standing.Formation, section.Code, standing.Number, null)).Domains)));
        Assert.All(rules.AdHocChambers, adHoc => Assert.Single(Demo.Law.Chambers, c => c.AdHocLanguage == adHoc.Language && c.Section == adHoc.Section));
    }

    [Fact]
    public void Names_everything_in_every_language()
    {
        var names = Demo.Law.Sections.Concat(Demo.Law.Bodies).Concat(Demo.Law.Domains).Select(n => n.Name).Concat(Demo.Law.Groups.Select(g => g.Name));

        Assert.All(names, name => Assert.Equal(["de", "en", "fr", "nl"], name.Keys.Order()));
        Assert.Superset(Demo.Law.Seats.Select(s => s.Body).OfType<string>().ToHashSet(), Demo.Law.Bodies.Select(b => b.Code).ToHashSet());
    }

    [Fact]
    public async Task Composes_every_chamber_of_the_demo_as_the_rules_ask()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        var loading = new CommissionLoading(databases, Demo.Law);
        await loading.LoadLawAsync(default);
        await loading.LoadDemoAsync(Demo.Shipped.Demo, default);
        var commission = await new CommissionDirectory(databases, Demo.Rules).ReadAsync(s_day);

        Assert.All(commission.Chambers, chamber =>
        {
            var conditions = FormationComposition.Of(Demo.Rules.On(s_day).Composition, chamber.Formation, chamber.AdHocLanguage);
            var seats = chamber.Seats.Select(s => new Sitting(new Seat(s.Id, s.Section, s.Group, s.Number), [.. s.Duo])).ToList();
            Assert.Empty(conditions.Lacking(seats, chamber.Section, chamber.AdHocLanguage));
        });
    }

    [Fact]
    public void Writes_to_nobody_real()
    {
        using var demo = JsonDocument.Parse(File.ReadAllText(Demo.Shipped.Demo));

        Assert.All(demo.RootElement.GetProperty("people").EnumerateArray(), person =>
            Assert.EndsWith("@example.org", person.GetProperty("email").GetString(), StringComparison.Ordinal));
    }
}
