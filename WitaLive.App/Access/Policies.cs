using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace WitaLive.App.Access;

/// <summary>What one has to be for what; pages name them in <c>[Authorize]</c>, and acting methods ask again.</summary>
public static class Policies
{
    /// <summary>Anyone with an account.</summary>
    public const string SignedIn = nameof(SignedIn);

    public const string Secretariat = nameof(Secretariat);

    public const string Jurist = nameof(Jurist);

    public const string Administrator = nameof(Administrator);

    /// <summary>Keeps the list of persons and invites them: the secretariat, and administrators.</summary>
    public const string People = nameof(People);

    public static ImmutableArray<string> All { get; } = [SignedIn, Secretariat, Jurist, Administrator, People];

    public static bool Allow(ClaimsPrincipal who, string policy) => who.Identity?.IsAuthenticated == true && policy switch
    {
        SignedIn => true,
        Secretariat => who.IsInRole(Roles.Secretariat),
        Jurist => who.IsInRole(Roles.Jurist),
        Administrator => who.IsInRole(Roles.Administrator),
        People => who.IsInRole(Roles.Secretariat) || who.IsInRole(Roles.Administrator),
        _ => throw new ArgumentException($"There is no policy {policy}.", nameof(policy)),
    };

    /// <summary>The first line of every method that acts: a hidden button protects nothing.</summary>
    /// <exception cref="UnauthorizedAccessException">The person may not do this.</exception>
    public static void Demand(ClaimsPrincipal who, string policy)
    {
        if (!Allow(who, policy))
            throw new UnauthorizedAccessException($"This is for {policy}.");
    }

    internal static void AddTo(AuthorizationOptions options)
    {
        foreach (var policy in All)
            options.AddPolicy(policy, rule => rule.RequireAssertion(context => Allow(context.User, policy)));
    }
}
