namespace WitaLive.App.Minutes;

internal static class MinutesComposition
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<ReportsOfMeetings>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ReportLanguages>()
        .AddSingleton<ReportWords>()
        .AddSingleton<EventWords>()
        .AddSingleton<SeveralReports>()
        .AddSingleton<ReportWorkbook>();
}
