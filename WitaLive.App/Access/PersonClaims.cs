using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WitaLive.App.Bodies;
using WitaLive.App.Data;

namespace WitaLive.App.Access;

/// <summary>Puts name and language beside the roles into the cookie, so that no screen has to ask for them.</summary>
internal sealed class PersonClaims(
    UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, IDbContextFactory<WitaLiveDb> databases)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await databases.CreateDbContextAsync();
        var id = user.Person;
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == id);
        identity.AddClaim(new(SignedInPerson.NameClaim, person.FullName));
        identity.AddClaim(new(SignedInPerson.LanguageClaim, person.Language));
        if (person.IsOutside)
            identity.AddClaim(new(SignedInPerson.OutsideClaim, "true"));
        if (await db.Set<Representative>().AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == id) is { } representative)
            identity.AddClaim(new(SignedInPerson.BodyClaim, $"{representative.Kind}"));
        return identity;
    }
}
