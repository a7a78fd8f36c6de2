using WitaLive.App.Data;
using WitaLive.App.Rules;

namespace WitaLive.App.Chambers;

public static class ChambersComposition
{
    public static void AddChambers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => LegalComposition.Read(services.GetRequiredService<DataDirectory>().Composition, services.GetRequiredService<Names>()));
        builder.Services.AddSingleton<CommissionDirectory>();
        builder.Services.AddSingleton<CommissionLoading>();
        builder.Services.AddSingleton<SeatWords>();
    }

    /// <summary>Gives an empty database the seats of the law, and in Development invented people to fill them.</summary>
    public static async Task LoadCommissionAsync(this WebApplication app, CancellationToken ct = default)
    {
        var loading = app.Services.GetRequiredService<CommissionLoading>();
        await loading.LoadLawAsync(ct);
        if (app.Environment.IsDevelopment())
            await loading.LoadDemoAsync(app.Services.GetRequiredService<DataDirectory>().Demo, ct);
    }
}
