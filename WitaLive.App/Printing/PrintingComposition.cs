namespace WitaLive.App.Printing;

public static class PrintingComposition
{
    public static IServiceCollection AddPrinting(this IServiceCollection services) => services.AddSingleton<PaperPrinter>();
}
