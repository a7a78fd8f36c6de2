using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>Somebody who is known here, and what sending one more application in would come up against.</summary>
/// <param name="Person">Null of whom only an attestation is known, which came over with their address and becomes theirs with the application.</param>
internal sealed record KnownApplicant(Person? Person, SubmitApplication Command);
