using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Security;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>Signs browsers in and out.</summary>
public sealed class Sessions(
    Passwords passwords, SignInGate gate, KnownDevices devices, IUserClaimsPrincipalFactory<Account> claims, IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>After so long without a visit a cookie is good no more.</summary>
    internal static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <returns>The refusal, or null when the browser is signed in from the next request on.</returns>
    public async Task<Refusal?> SignInAsync(HttpContext http, string email, string password, CancellationToken ct)
    {
        if (gate.TryEnter(Domain.Chambers.Person.NormalAddress(email), ClientAddress.Of(http), await devices.OfAsync(http, email, ct), out var until) is not { } succeeded)
            return until is { } at ? new StrangersHaveToWait(at) : new TooManyAttempts();
        if (await passwords.CheckAsync(email, password, ct) is not { } account)
            return new SignInRefused();

        succeeded();
        await SignInAsync(http, account);
        return null;
    }

    /// <summary>Changes the password of whoever is signed in, and keeps this browser signed in. Somebody who found it open guesses the present one no faster than at the door.</summary>
    public async Task<Refusal?> ChangePasswordAsync(HttpContext http, PersonId who, string current, string wanted, CancellationToken ct)
    {
        if (gate.TryEnter(who.Value.ToString(), ClientAddress.Of(http)) is not { } succeeded)
            return new TooManyAttempts();
        var changed = await passwords.ChangeAsync(who, current, wanted, ct);
        if (changed is Result<Account>.Refused(PasswordWrong wrong))
            return wrong;

        succeeded();
        if (changed is Result<Account>.Refused(var why))
            return why;
        await SignInAsync(http, ((Result<Account>.Ok)changed).Value);
        return null;
    }

    /// <summary>Signs in whoever has shown in another way who they are; the screen then speaks their language.</summary>
    public async Task SignInAsync(HttpContext http, Account account)
    {
        // Whoever is signed in here already goes on with their session, so that its end ends all that was opened in it; somebody else's is over.
        var running = http.User.FindFirstValue(SignedInPerson.SessionClaim);
        if (running is not null && SignedInPerson.Of(http.User)?.Id.Value != account.Id)
        {
            await Anew.UntilWrittenAsync(() => EndAsync(running), CancellationToken.None);
            running = null;
        }
        var principal = await claims.CreateAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(SignedInPerson.SessionClaim, running ?? Guid.NewGuid().ToString("N")));
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = true });
        devices.Remember(http, account.Id);
        await NoteUseAsync(account.Id, http.RequestAborted);
        LanguageCookie.Remember(http, SignedInPerson.Of(principal)?.Language);
    }

    // An account that is used is kept: see docs/decisions/0007-retention.md.
    private async Task NoteUseAsync(Guid account, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Users.Where(a => a.Id == account && a.LastUsedOn != today).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastUsedOn, today), ct);
    }

    /// <summary>Ends this browser's session: its other windows act no more, and a copy of its cookie opens nothing.</summary>
    /// <remarks>Whoever pressed it and closed the lid means it all the same: a broken line does not stop it half way. Pressed in two windows at once, it has ended once.</remarks>
    public async Task SignOutAsync(HttpContext http)
    {
        if (http.User.FindFirstValue(SignedInPerson.SessionClaim) is { } session)
            await Anew.UntilWrittenAsync(() => EndAsync(session), CancellationToken.None);
        await ForgetAsync(http);
    }

    /// <summary>Takes the cookie back; the session may go on elsewhere.</summary>
    public static Task ForgetAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    private async Task<bool> EndAsync(string session)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await db.Set<EndedSession>().Where(s => s.Until < now).ExecuteDeleteAsync();
        if (await db.Set<EndedSession>().AnyAsync(s => s.Id == session))
            return false;
        db.Add(new EndedSession { Id = session, Until = now + Idle });
        await db.SaveChangesAsync();
        return true;
    }
}
