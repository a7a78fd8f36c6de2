using System.Globalization;
using System.Text;
using QRCoder;

namespace WitaLive.App.QrCodes;

/// <summary>A QR code as the path of a drawing: one square of side 1 for each dark module, its quiet zone among the light ones.</summary>
/// <param name="Side">How many modules a side has.</param>
/// <param name="Data">The «d» of the path.</param>
public sealed record QrPath(int Side, string Data)
{
    /// <summary>With correction for a quarter of it being smudged: such codes are printed and folded.</summary>
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new(rows.Count, path.ToString());
    }
}
