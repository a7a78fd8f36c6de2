namespace WitaLive.Tests.Spreadsheets;

/// <summary>A test that asks LibreOffice; without it the test is skipped and says so, or fails where nothing may be skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (LibreOffice.Program is null && Environment.GetEnvironmentVariable("WITALIVE_TEST_STRICT") != "1")
            Skip = "LibreOffice (soffice) is not installed.";
    }
}
