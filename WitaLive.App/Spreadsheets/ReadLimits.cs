namespace WitaLive.App.Spreadsheets;

/// <summary>How much of a file is read before it is refused; a small file may unfold into a very large one.</summary>
/// <param name="File">Unit: bytes, as uploaded.</param>
/// <param name="Unfolded">Unit: bytes, all parts together after decompression.</param>
/// <param name="Parts">Entries in the archive.</param>
/// <param name="Rows">Filled rows below the headings.</param>
/// <param name="SharedText">Unit: characters of text that cells share; this alone is held in memory.</param>
/// <param name="Columns">Cells further to the right are not read.</param>
public sealed record ReadLimits(
    long File = 25 * 1024 * 1024, long Unfolded = 200 * 1024 * 1024, int Parts = 1_000, int Rows = 100_000, long SharedText = 32 * 1024 * 1024,
    int Columns = 200);
