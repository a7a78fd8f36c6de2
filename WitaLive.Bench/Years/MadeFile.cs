using System.Security.Claims;
using WitaLive.Domain;

namespace WitaLive.Bench.Years;

/// <summary>One application or appeal of a made year, as whoever makes it writes down what they did.</summary>
/// <param name="Wish">What its profile was made for; the year decides.</param>
internal sealed record MadeFile(FileId Id, ClaimsPrincipal Applicant, string Language, string Domain, string Wish, DateOnly ReceivedOn)
{
    public bool IsAsked { get; set; }

    public bool IsSilent { get; init; }

    public bool IsGivenUp { get; init; }

    public bool IsAppeal { get; init; }

    /// <summary>A paper was sent in with it.</summary>
    public bool HasPaper { get; init; }

    public DateOnly? CompleteOn { get; set; }

    public DateOnly? ReferredOn { get; set; }

    public DateOnly? HeardOn { get; set; }

    public bool IsToBeHeard { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? Outcome { get; set; }

    /// <summary>Of a refusal.</summary>
    public string? Reason { get; set; }

    public DateOnly? NotifiedOn { get; set; }

    public DateOnly? EndedOn { get; set; }
}
