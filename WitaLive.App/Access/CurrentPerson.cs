using Microsoft.AspNetCore.Components.Authorization;

namespace WitaLive.App.Access;

/// <summary>The person in front of this screen. Asked anew at every act, for a right may have been taken away since.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider states)
{
    /// <summary>Null for whoever is not signed in.</summary>
    public async Task<SignedInPerson?> FindAsync() => SignedInPerson.Of((await states.GetAuthenticationStateAsync()).User);

    /// <exception cref="UnauthorizedAccessException">Nobody is signed in (any more).</exception>
    public async Task<SignedInPerson> GetAsync() => await FindAsync() ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    /// <summary>Whose profile and applications this screen is about: one's own, or those of whom one fills in for.</summary>
    /// <exception cref="UnauthorizedAccessException">The person may not do this (any more).</exception>
    public async Task<SignedInPerson> ActingAsync(Assisting? assisting) => assisting is null ? await DemandAsync(Policies.Account) : SignedInPerson.Of(await assisting.Acts())!;

    /// <exception cref="UnauthorizedAccessException">The person may not do this (any more).</exception>
    public async Task<SignedInPerson> DemandAsync(string policy)
    {
        var person = await GetAsync();
        Policies.Demand(person.Principal, policy);
        return person;
    }
}
