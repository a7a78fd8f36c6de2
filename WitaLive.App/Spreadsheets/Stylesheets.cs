using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace WitaLive.App.Spreadsheets;

/// <summary>How cells look: one format for each <see cref="CellStyle"/>, in its order.</summary>
internal static class Stylesheets
{
    private const uint DayFormat = 164;
    private const uint InstantFormat = 165;
    private const uint RateFormat = 166;

    public static Stylesheet Create() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "dd/mm/yyyy hh:mm:ss" },
            new NumberingFormat { NumberFormatId = RateFormat, FormatCode = "0.0000" }),
        new Fonts(Font(bold: false, "FF16202B"), Font(bold: true, "FF16202B"), Font(bold: true, "FFFFFFFF")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF174A8B" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Enum.GetValues<CellStyle>().Select(Format)));

    private static CellFormat Format(CellStyle style) =>
        new(new Alignment
        {
            Vertical = VerticalAlignmentValues.Top,
            WrapText = style is CellStyle.Wrapped or CellStyle.GuardedWrapped or CellStyle.Heading or CellStyle.GuardedHeading ? true : null,
            Horizontal = style is CellStyle.Fraction ? HorizontalAlignmentValues.Right : null,
        })
        {
            FormatId = 0,
            BorderId = 0,
            FontId = style switch
            {
                CellStyle.Strong or CellStyle.GuardedStrong => 1,
                CellStyle.Heading or CellStyle.GuardedHeading => 2,
                _ => 0,
            },
            FillId = style is CellStyle.Heading or CellStyle.GuardedHeading ? 2u : 0u,
            NumberFormatId = style switch
            {
                CellStyle.Whole => 1,
                CellStyle.Number => 4,
                CellStyle.Percentage => 10,
                CellStyle.Day => DayFormat,
                CellStyle.Time => 20,
                CellStyle.Instant => InstantFormat,
                CellStyle.Rate => RateFormat,
                CellStyle.Plain => 0,
                _ => 49, // text: what is typed over it stays text too
            },
            QuotePrefix = style is CellStyle.GuardedText or CellStyle.GuardedWrapped or CellStyle.GuardedStrong or CellStyle.GuardedHeading
                or CellStyle.Fraction ? true : null,
            ApplyAlignment = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyNumberFormat = true,
        };

    private static Font Font(bool bold, string colour)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new Color { Rgb = new HexBinaryValue(colour) }, new FontName { Val = "Calibri" });
        return font;
    }
}
