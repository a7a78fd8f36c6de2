using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.People;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.People;

/// <summary>Administrators who take the role from themselves cannot give it back to themselves.</summary>
public class GivingUpOnesOwnRole
{
    [Fact]
    public async Task Is_asked_first_and_done_once_it_is_confirmed()
    {
        await using var office = await PlanningOffice.OnAsync();
        var me = await AdministratorAsync(office, 0);
        await using var page = await OpenAsync(office, me, of: me);

        await page.TickAsync("administrator", ticked: false);
        Assert.True(await HoldsAsync(office, me, Roles.Administrator));
        Assert.Contains("Give up your own role of administrator?", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Give it up");
        Assert.False(await HoldsAsync(office, me, Roles.Administrator));
    }

    [Fact]
    public async Task Is_the_only_change_of_roles_that_asks()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (me, other) = (await AdministratorAsync(office, 0), await AdministratorAsync(office, 1));

        await using (var own = await OpenAsync(office, me, of: me))
        {
            await own.TickAsync("jurist", ticked: true);
            Assert.True(await HoldsAsync(office, me, Roles.Jurist));
            await own.TickAsync("jurist", ticked: false);
            Assert.False(await HoldsAsync(office, me, Roles.Jurist));
        }
        await using var page = await OpenAsync(office, me, of: other);
        await page.TickAsync("administrator", ticked: false);
        Assert.False(await HoldsAsync(office, other, Roles.Administrator));
    }

    private static Task<APage> OpenAsync(PlanningOffice office, PersonId who, PersonId of) => APage.OpenAsync<PersonPage>(
        office, Who.With(who, Roles.Administrator), new() { ["Id"] = of.Value }, add: services => services.AddScoped<PeopleDesk>().AddScoped<Inviting>().AddScoped<Invitations>());

    private static async Task<PersonId> AdministratorAsync(PlanningOffice office, int member)
    {
        var person = (await office.ChamberAsync()).Members.ElementAt(member).Id;
        await office.DoAsync(db => db.Add(new IdentityUserRole<Guid> { UserId = person.Value, RoleId = IdOf(Roles.Administrator) }));
        return person;
    }

    private static async Task<bool> HoldsAsync(PlanningOffice office, PersonId person, string role)
    {
        await using var db = office.Databases.CreateDbContext();
        var id = IdOf(role);
        return await db.UserRoles.AnyAsync(r => r.UserId == person.Value && r.RoleId == id);
    }

    private static Guid IdOf(string role) => Roles.All.First(known => known.Name == role).Id;
}
