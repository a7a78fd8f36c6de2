namespace WitaLive.App.Spreadsheets;

/// <summary>A row of a .csv holds a byte that no text has.</summary>
internal sealed class ZeroInTextException(int row) : Exception("A row of text holds a zero byte.")
{
    public int Row => row;
}
