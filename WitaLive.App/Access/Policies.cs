using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace WitaLive.App.Access;

/// <summary>What one has to be for what; pages name them in <c>[Authorize]</c>, and acting methods ask again.</summary>
public static class Policies
{
    /// <summary>Anyone who is signed in, whatever for: changes their own password and language.</summary>
    public const string Entered = nameof(Entered);

    /// <summary>Anyone who may apply, those of the Commission too; not who enters for another body.</summary>
    public const string Account = nameof(Account);

    /// <summary>Anyone of the Commission with an account: not who only applies.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Who only applies: sees entries for their profile and applications, which are open to every account.</summary>
    public const string Outside = nameof(Outside);

    /// <summary>Enters for an institution that asks whether somebody holds a valid attestation, and does nothing else here.</summary>
    public const string Institution = nameof(Institution);

    /// <summary>Enters for an inspection service that asks for suspensions and annulments, and does nothing else here.</summary>
    public const string Inspection = nameof(Inspection);

    public const string Secretariat = nameof(Secretariat);

    public const string Jurist = nameof(Jurist);

    public const string Administrator = nameof(Administrator);

    /// <summary>Works on files: the secretariat and its jurists.</summary>
    public const string Colleagues = nameof(Colleagues);

    /// <summary>Keeps the list of persons and invites them: the secretariat, and administrators.</summary>
    public const string People = nameof(People);

    /// <summary>Sees what became of mails, sends them again and takes them back: the secretariat, and administrators.</summary>
    public const string Mail = nameof(Mail);

    /// <summary>Reads the figures of a year: the secretariat, and administrators. The lists behind them, which have names, are for the secretariat.</summary>
    public const string Figures = nameof(Figures);

    public static ImmutableArray<string> All { get; } = [Entered, Account, SignedIn, Outside, Institution, Inspection, Secretariat, Jurist, Administrator, Colleagues, People, Mail, Figures];

    public static bool Allow(ClaimsPrincipal who, string policy) => who.Identity?.IsAuthenticated == true && policy switch
    {
        Entered => true,
        Account => !who.HasClaim(claim => claim.Type == SignedInPerson.BodyClaim),
        SignedIn => !who.HasClaim(SignedInPerson.OutsideClaim, "true"),
        Outside => who.HasClaim(SignedInPerson.OutsideClaim, "true") && Allow(who, Account),
        Institution or Inspection => who.HasClaim(SignedInPerson.BodyClaim, policy),
        Secretariat => who.IsInRole(Roles.Secretariat),
        Jurist => who.IsInRole(Roles.Jurist),
        Administrator => who.IsInRole(Roles.Administrator),
        Colleagues => who.IsInRole(Roles.Secretariat) || who.IsInRole(Roles.Jurist),
        People or Mail or Figures => who.IsInRole(Roles.Secretariat) || who.IsInRole(Roles.Administrator),
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
