using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>Somebody who is known here, and what sending one more application in would come up against.</summary>
internal sealed record KnownApplicant(Person Person, SubmitApplication Command);
