using System.Reflection;
using System.Security.Claims;
using System.Text.Json.Serialization;
using WitaLive.App.Access;
using WitaLive.App.Minutes;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Minutes;

public class WhoReadsTheReport
{
    [Fact]
    public async Task Is_the_secretariat_and_whoever_belongs_to_that_meeting()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(1))), A.Secretary);
        await report.DoAsync(new SignInGuest(A.Guest, "Me Dupont", Capacity.Heard, AttendanceMode.OnSite), A.Secretary);

        async Task<bool> Reads(ClaimsPrincipal who) => await report.Desk.ReadAsync(who, AReport.Id, default) is not null;

        Assert.True(await Reads(Who.With(Roles.Secretariat)));
        Assert.True(await Reads(Who.With(A.Person(1))));
        Assert.True(await Reads(Who.With(A.Substitute(6))));
        Assert.True(await Reads(Who.With(A.Jurist, Roles.Jurist)));
        Assert.False(await Reads(Who.With(A.Stranger)));
        Assert.False(await Reads(Who.With(A.Stranger, Roles.Jurist, Roles.Administrator)));
        Assert.False(await Reads(Who.With(A.Guest)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Reads(Who.Nobody));
        Assert.Null(await report.Desk.ReadAsync(Who.With(Roles.Secretariat), new(Guid.NewGuid()), default));
    }

    [Fact]
    public void Finds_words_for_every_event_and_every_word_in_it()
    {
        var texts = Texts.All.Single(t => t.Class == typeof(MinutesTexts)).ByLanguage["en"];
        string[] needed =
        [
            .. typeof(MeetingEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => $"Event{a.DerivedType.Name}"),
            .. Enum.GetNames<Capacity>().Select(name => $"Capacity{name}"),
            .. Enum.GetNames<AttendanceMode>().Select(name => $"Mode{name}"),
            .. Enum.GetNames<MeetingState>().Select(name => $"State{name}"),
            .. Enum.GetNames<ConclusionKind>().Select(name => $"Conclusion{name}"),
            .. Enum.GetNames<VoteMeans>().SelectMany(name => new[] { $"Means{name}", $"Witnessed{name}" }),
        ];

        Assert.Empty(needed.Except(texts.Keys));
    }
}
