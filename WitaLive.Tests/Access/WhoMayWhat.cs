using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.People;
using WitaLive.Tests.Data;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Access;

public class WhoMayWhat
{
    private static readonly string[] s_rights = [".IsInRole(", "RequireRole(", "RequireAssertion(", "AddAuthorizationBuilder("];

    [Theory] // nobody, a member without role, then each role
    [InlineData(Policies.Entered, "- + + + +")]
    [InlineData(Policies.Account, "- + + + +")]
    [InlineData(Policies.SignedIn, "- + + + +")]
    [InlineData(Policies.Outside, "- - - - -")]
    [InlineData(Policies.Institution, "- - - - -")]
    [InlineData(Policies.Inspection, "- - - - -")]
    [InlineData(Policies.Secretariat, "- - + - -")]
    [InlineData(Policies.Jurist, "- - - + -")]
    [InlineData(Policies.Administrator, "- - - - +")]
    [InlineData(Policies.Colleagues, "- - + + -")]
    [InlineData(Policies.People, "- - + - +")]
    [InlineData(Policies.Mail, "- - + - +")]
    [InlineData(Policies.Figures, "- - + - +")]
    public void Follows_from_the_roles(string policy, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', Everyone.Select(who => Policies.Allow(who, policy) ? "+" : "-")));

    [Fact]
    public void Is_said_in_one_place_and_nowhere_else() => Assert.Equal(
        [Path.Combine("WitaLive.App", "Access", "Policies.cs")],
        Repository.Files("WitaLive.App", "*.cs").Where(file => s_rights.Any(right => file.Text.Contains(right, StringComparison.Ordinal))).Select(file => file.Path));

    [Fact]
    public void Is_known_for_every_policy() => Assert.All(Policies.All, policy => Assert.False(Policies.Allow(Who.Nobody, policy)));

    [Theory]
    [InlineData("list", "- - + - +")]
    [InlineData("save", "- - + - +")]
    [InlineData("disable", "- - + - +")]
    [InlineData("grant", "- - - - +")]
    [InlineData("invite", "- - + - +")]
    [InlineData("invite all", "- - + - +")]
    [InlineData("save an administrator", "- - - - +")]
    [InlineData("disable an administrator", "- - - - +")]
    public async Task Is_asked_by_the_act_itself(string act, string allowed)
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var (person, administrator, _) = (await desk.AddAsync(), await desk.AddAsync("fr", Roles.Administrator), await desk.AddAsync("nl", Roles.Administrator));
        var fields = new PersonFields("Nour", "Claes", "nour@example.org", "nl", []);
        Func<ClaimsPrincipal, Task> does = act switch
        {
            "list" => who => desk.People.ListAsync(who, null, null, default),
            "save" => who => desk.People.SaveAsync(who, person.Id, fields, default),
            "disable" => who => desk.People.SetActiveAsync(who, person.Id, false, default),
            "grant" => who => desk.People.SetRoleAsync(who, person.Id, Roles.Jurist, true, default),
            "invite" => who => desk.Invitations.InviteAsync(who, person.Id, desk.Now, default),
            "invite all" => who => desk.Invitations.InviteAllAsync(who, desk.Now, default),
            "save an administrator" => who => desk.People.SaveAsync(who, administrator.Id, fields, default),
            _ => who => desk.People.SetActiveAsync(who, administrator.Id, false, default),
        };

        var outcomes = new List<string>();
        foreach (var who in Everyone)
            outcomes.Add(await Record.ExceptionAsync(() => does(who)) is null ? "+" : "-");

        Assert.Equal(allowed, string.Join(' ', outcomes));
    }

    [Fact]
    public async Task Never_leaves_the_site_without_an_administrator()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var desk = new AccessDesk(databases);
        var only = await desk.AddAsync("fr", Roles.Administrator);

        Assert.IsType<LastAdministrator>(await desk.People.SetRoleAsync(Who.With(Roles.Administrator), only.Id, Roles.Administrator, false, default));
        Assert.IsType<LastAdministrator>(await desk.People.SetActiveAsync(Who.With(Roles.Administrator), only.Id, false, default));
        var other = await desk.AddAsync("nl", Roles.Administrator);
        Assert.Null(await desk.People.SetActiveAsync(Who.With(Roles.Administrator), only.Id, false, default));
        Assert.IsType<LastAdministrator>(await desk.People.SetActiveAsync(Who.With(Roles.Administrator), other.Id, false, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_one_administrator_when_each_takes_the_right_of_the_other_at_the_same_moment(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await using var desk = new AccessDesk(databases);
        var (one, other, by) = (await desk.AddAsync("fr", Roles.Administrator), await desk.AddAsync("nl", Roles.Administrator), Who.With(Roles.Administrator));
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(
                Task.Run(() => desk.People.SetRoleAsync(by, one.Id, Roles.Administrator, false, default)), Task.Run(() => desk.People.SetActiveAsync(by, other.Id, false, default)));

            Assert.Single(answers, why => why is null);
            Assert.Single(answers, why => why is LastAdministrator);
            Assert.Null(await desk.People.SetRoleAsync(by, one.Id, Roles.Administrator, true, default));
            Assert.Null(await desk.People.SetActiveAsync(by, other.Id, true, default));
        }
    }

    private static ClaimsPrincipal[] Everyone =>
        [Who.Nobody, Who.With(), Who.With(Roles.Secretariat), Who.With(Roles.Jurist), Who.With(Roles.Administrator)];
}
