using System.Text.Json;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>What an application rests on: frozen when it was sent in, while the profile lives on.</summary>
/// <param name="LastTwo">The last two digits of the national number; the number itself is nowhere.</param>
/// <param name="FilledInBy">Who of the secretariat filled it in with the person at the telephone; null when they did it themselves.</param>
public sealed record Submission(Profile Profile, string Name, string Email, string Phone, string Address, string LastTwo, string? FilledInBy = null)
{
    public FileSnapshot AsSnapshot(Domain.FileId file) => new() { FileId = file, Payload = JsonSerializer.Serialize(this) };

    public static Submission Of(FileSnapshot snapshot) => JsonSerializer.Deserialize<Submission>(snapshot.Payload)!;
}
