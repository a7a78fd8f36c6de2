using WitaLive.App.Data;
using WitaLive.App.Start;

namespace WitaLive.App.Declarations;

public static class DeclarationsComposition
{
    public static IServiceCollection AddDeclarations(this IServiceCollection services) => services
        .AddSingleton(provider => new ConfidentialityDeclaration(Path.Combine(provider.GetRequiredService<DataDirectory>().Shipped, "declarations", "confidentiality.json")))
        .AddSingleton<DeclarationDesk>()
        .AddSingleton<IStartTask, DeclarationTask>();
}
