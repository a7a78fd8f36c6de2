using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>Signs in as anyone with one click. Exists in Development only: elsewhere neither the page's list nor this address is there.</summary>
internal static class DevelopmentSignIn
{
    public const string Address = "/dev/sign-in/as";

    public static void Map(WebApplication app) => app.MapPost(Address, SignInAsync);

    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery antiforgery, IDbContextFactory<WitaLiveDb> databases, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["person"], out var id))
            return Results.NotFound();

        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == new PersonId(id) && p.IsActive, http.RequestAborted);
        if (person is null)
            return Results.NotFound();
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        if (account is null) // imported, but not invited yet
        {
            account = Account.Of(person);
            db.Add(account);
            await db.SaveChangesAsync(http.RequestAborted);
        }
        await sessions.SignInAsync(http, account);
        return Results.LocalRedirect("/");
    }
}
