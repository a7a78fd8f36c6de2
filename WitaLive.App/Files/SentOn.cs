using WitaLive.Domain;

namespace WitaLive.App.Files;

/// <summary>A file and the chamber the President wants it in.</summary>
public sealed record SentOn(ApplicationFile File, ChamberId Chamber, string Reason);
