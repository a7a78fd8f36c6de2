using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Layout;

namespace WitaLive.App.Import;

public static class ImportComposition
{
    public static void AddImport(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MemberImport>();
        builder.Services.AddSingleton<AgendaImport>();
        builder.Services.AddSingleton<ApplicationWriting>();
        builder.Services.AddSingleton<ApplicationImport>();
        builder.Services.AddSingleton<TransitionalImport>();
        builder.Services.AddSingleton<Importers>();
        builder.Services.AddSingleton<Templates>();
        builder.Services.Configure<LayoutParts>(parts => parts.Navigation.Add(new("import", typeof(ImportTexts), "Navigation", 70, Policies.Secretariat, Group: NavigationGroup.Management)));
    }

    public static void MapImport(this WebApplication app)
    {
        var templates = app.MapGroup("/import/template").RequireAuthorization(Policies.Secretariat);
        templates.MapGet("/members.xlsx", (Templates made) => made.Members()).AnswersHead();
        templates.MapGet("/applications.xlsx", (Templates made) => made.Applications()).AnswersHead();
        templates.MapGet("/transitional.xlsx", (Templates made) => made.Transitional()).AnswersHead();
        templates.MapGet("/agenda.xlsx", (Templates made) => made.Agenda()).AnswersHead();
    }

    internal static bool Allows(ClaimsPrincipal who) => Policies.Allow(who, Policies.Secretariat);
}
