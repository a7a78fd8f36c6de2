using WitaLive.Domain.Sessions;

namespace WitaLive.App.Year;

/// <summary>What became of a seat at a meeting, as a code for parts of figures.</summary>
internal static class SeatTurnout
{
    public const string Effective = "effective";
    public const string Substitute = "substitute";
    public const string Represented = "represented";
    public const string Absent = "absent";

    public static ImmutableArray<string> All { get; } = [Effective, Substitute, Represented, Absent];

    /// <summary>Whoever of the duo came; where both did, the effective member.</summary>
    public static string Of(SeatInSession seat) => seat switch
    {
        { Effective.Came: true } => Effective,
        { Substitute.Came: true } => Substitute,
        { Represented: true } => Represented,
        _ => Absent,
    };
}
