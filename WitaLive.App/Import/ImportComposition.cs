using WitaLive.App.Layout;

namespace WitaLive.App.Import;

public static class ImportComposition
{
    /// <summary>Who may import: the secretariat.</summary>
    internal const string Policy = "Secretariat";

    public static void AddImport(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<MemberImport>();
        builder.Services.AddSingleton<Templates>();
        builder.Services.Configure<LayoutParts>(parts => parts.Navigation.Add(new("import", typeof(ImportTexts), "Navigation", 80, Policy)));
    }

    public static void MapImport(this WebApplication app) =>
        app.MapGet("/import/template/members.xlsx", (Templates templates) => templates.Members()).RequireAuthorization(Policy);
}
