using System.Globalization;
using System.Xml;

namespace WitaLive.App.Spreadsheets;

/// <summary>Which of a workbook's cell formats show a number as a day or a time.</summary>
internal sealed class NumberFormats
{
    private readonly List<bool> _isMoment = [];

    public static NumberFormats Read(XmlReader? styles)
    {
        var formats = new NumberFormats();
        var own = new Dictionary<int, bool>();
        var inCells = false;
        while (styles?.Read() == true)
        {
            if (styles.LocalName == "cellXfs")
                inCells = styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement;
            else if (styles.NodeType != XmlNodeType.Element)
                continue;
            else if (styles.LocalName == "numFmt" && Number(styles.GetAttribute("numFmtId")) is { } id)
                own[id] = ShowsMoment(styles.GetAttribute("formatCode") ?? "");
            else if (styles.LocalName == "xf" && inCells)
            {
                var format = Number(styles.GetAttribute("numFmtId")) ?? 0;
                formats._isMoment.Add(own.TryGetValue(format, out var isMoment) ? isMoment : format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
            }
        }
        return formats;
    }

    public bool IsMoment(string? style) => Number(style) is { } index && index >= 0 && index < _isMoment.Count && _isMoment[index];

    // What stands in quotes, in brackets or behind a backslash is shown as it is and says nothing of the kind.
    private static bool ShowsMoment(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': quoted = !quoted; break;
                case '\\' or '_' or '*' when !quoted: i++; break;
                case '[' when !quoted: bracketed = !(i + 1 < code.Length && code[i + 1] is 'h' or 'H' or 'm' or 's'); break;
                case ']' when !quoted: bracketed = false; break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S' when !quoted && !bracketed: return true;
                default: break;
            }
        }
        return false;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
