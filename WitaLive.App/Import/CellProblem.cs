namespace WitaLive.App.Import;

/// <summary>Why a cell cannot be taken over, and what is expected in it: the texts Problem_ and Expected_ with the key, filled with the gaps.</summary>
/// <param name="Row">As the spreadsheet program counts.</param>
/// <param name="Column">The key of its heading.</param>
/// <param name="Value">What stands there now.</param>
public sealed record CellProblem(int Row, string Column, string Value, string Key, ImmutableArray<object> Gaps);
