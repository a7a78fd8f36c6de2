using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Layout;

namespace WitaLive.App.Letters;

public static class LettersComposition
{
    public static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton(provider => new ShippedLetters(Path.Combine(provider.GetRequiredService<DataDirectory>().Shipped, "letters")))
        .AddSingleton<LetterTemplates>()
        .AddSingleton<LetterWriting>()
        .AddSingleton<LetterDesk>()
        .AddSingleton<LetterShowing>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("letters", typeof(LetterTexts), "Letters", Order: 78, Policies.Secretariat, Group: NavigationGroup.Management)));
}
