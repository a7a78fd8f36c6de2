namespace WitaLive.App.Access;

/// <summary>What an administrator grants. Member, chair and President are no roles: they follow from mandates and offices.</summary>
public static class Roles
{
    public const string Secretariat = "secretariat";

    public const string Jurist = "jurist";

    public const string Administrator = "administrator";

    /// <summary>Every role with the id its row has had since the first migration.</summary>
    public static ImmutableArray<(string Name, Guid Id)> All { get; } =
    [
        (Secretariat, new("5ec00000-0000-4000-8000-000000000001")),
        (Jurist, new("5ec00000-0000-4000-8000-000000000002")),
        (Administrator, new("5ec00000-0000-4000-8000-000000000003")),
    ];
}
