using WitaLive.App.Layout;

namespace WitaLive.App.Public;

public static class PublicComposition
{
    public static IServiceCollection AddPublic(this IServiceCollection services) => services
        .AddSingleton<PublicSittings>()
        .AddSingleton<OwnMail>()
        .Configure<LayoutParts>(parts => parts.Footer.AddRange(
        [
            new("attestation", typeof(PublicTexts), "Attestation", Order: 10),
            new("amateur", typeof(PublicTexts), "Amateur", Order: 20),
            new("sittings", typeof(PublicTexts), "Sittings", Order: 30),
            new("genuine", typeof(PublicTexts), "Genuine", Order: 40),
            new("privacy", typeof(PublicTexts), "Privacy", Order: 50),
            new("accessibility", typeof(PublicTexts), "Accessibility", Order: 60),
        ]));
}
