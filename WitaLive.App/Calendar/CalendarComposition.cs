using WitaLive.App.Access;
using WitaLive.App.Calendars;
using WitaLive.App.Layout;

namespace WitaLive.App.Calendar;

public static class CalendarComposition
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<MeetingEvents>()
        .AddSingleton<CalendarFeeds>()
        .AddSingleton<PersonalCalendar>()
        .AddSingleton<Occupation>()
        .AddSingleton<ProvisionalDates>()
        .AddSingleton<SeriesPlanning>()
        .AddSingleton<DatePlanning>()
        .AddSingleton<CalendarReading>()
        .AddSingleton<AgendaBuilding>()
        .AddSingleton<PastItems>()
        .Configure<LayoutParts>(parts =>
        {
            parts.Navigation.Add(new("calendar", typeof(CalendarTexts), "Calendar", Order: 15, Policies.SignedIn));
            parts.Account.Add(typeof(FeedPanel));
        });

    /// <summary>The page of a feed, from the root.</summary>
    public static string PageOf(string key) => $"calendar/{key}.ics";

    /// <summary>A private calendar, for whoever has its address: programs that subscribe cannot sign in.</summary>
    public static void MapCalendar(this WebApplication app) =>
        app.MapGet("/calendar/{key}.ics", async Task<IResult> (string key, HttpContext http, CalendarFeeds feeds, PersonalCalendar calendar) =>
        {
            if (await feeds.PersonOfAsync(key, http.RequestAborted) is not { } person || await calendar.WriteAsync(person, http.RequestAborted) is not { } file)
                return TypedResults.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.Bytes(file, CalendarFile.MediaType, "witalive.ics");
        }).AllowAnonymous().AnswersHead();
}
