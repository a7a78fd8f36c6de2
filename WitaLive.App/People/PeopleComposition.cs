using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Layout;

namespace WitaLive.App.People;

public static class PeopleComposition
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PeopleDesk>();
        builder.Services.AddScoped<Inviting>();
        builder.Services.Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("chambers", typeof(ChamberTexts), "Chambers", 40, Policies.SignedIn, Group: NavigationGroup.Body));
            parts.Navigation.Add(new("people", typeof(PeopleTexts), "People", 60, Policies.People, Group: NavigationGroup.Body));
        });
    }
}
