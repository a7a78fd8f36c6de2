namespace WitaLive.Tests;

/// <summary>Something outside .NET that a test cannot do without. <c>./test</c> brings all of it.</summary>
public enum Need
{
    Chromium,
    Postgres,
    Smtp,
    LibreOffice,

    /// <summary>qpdf and pdfinfo, which read PDF files and are not ours.</summary>
    Pdf,

    /// <summary>Python with icalendar, a reader of calendar files that is not ours.</summary>
    ICalendar,
}

internal static class Needs
{
    public const string Chromium = "/usr/bin/chromium-headless-shell";

    private const string ICalendar = "/usr/lib/python3/dist-packages/icalendar";

    /// <summary>In ./test nothing is skipped: what is missing lets the test fail.</summary>
    private static bool Strict => Environment.GetEnvironmentVariable("WITALIVE_TEST_STRICT") == "1";

    /// <summary>Why the test is to be skipped, or null when it can run.</summary>
    public static string? Missing(Need[] needs) => Strict ? null : needs.Select(Missing).FirstOrDefault(reason => reason is not null);

    private static string? Missing(Need need) => need switch
    {
        Need.Chromium => File.Exists(Chromium) ? null : $"There is no {Chromium}; ./test installs it.",
        Need.Postgres => IsSet("WITALIVE_TEST_POSTGRES") ? null : "There is no PostgreSQL in WITALIVE_TEST_POSTGRES; ./test starts one.",
        Need.Smtp => IsSet("WITALIVE_TEST_SMTP") ? null : "There is no mail server in WITALIVE_TEST_SMTP; ./test starts one.",
        Need.LibreOffice => File.Exists("/usr/bin/soffice") ? null : "There is no LibreOffice; ./test installs it.",
        Need.Pdf => File.Exists("/usr/bin/qpdf") && File.Exists("/usr/bin/pdfinfo") ? null : "There is no qpdf or no pdfinfo; ./test installs them.",
        Need.ICalendar => Directory.Exists(ICalendar) ? null : "There is no python3-icalendar; ./test installs it.",
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

/// <summary>A fact that says that it was skipped when what it needs is not there.</summary>
public sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params Need[] needs)
    {
        if (Needs.Missing(needs) is { } reason)
            Skip = reason;
    }
}

/// <summary>The same for a theory.</summary>
public sealed class TheoryNeedingAttribute : TheoryAttribute
{
    public TheoryNeedingAttribute(params Need[] needs)
    {
        if (Needs.Missing(needs) is { } reason)
            Skip = reason;
    }
}
