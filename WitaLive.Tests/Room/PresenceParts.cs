using WitaLive.App.Presence;
using WitaLive.Domain.Ballots;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Room;

public class TheSeatMap
{
    [Theory]
    [InlineData("en", "Seat 1, Aline Delvausart, present, voted: for", "Seat 1, Donatien Brassinoux, absent")]
    [InlineData("fr", "Siège 1, Aline Delvausart, présent, a voté : pour", "Siège 1, Donatien Brassinoux, absent")]
    [InlineData("nl", "Zetel 1, Aline Delvausart, aanwezig, stemde: voor", "Zetel 1, Donatien Brassinoux, afwezig")]
    [InlineData("de", "Sitz 1, Aline Delvausart, anwesend, stimmte: Dafür", "Sitz 1, Donatien Brassinoux, abwesend")]
    public async Task Is_a_list_that_says_who_is_there_and_what_they_voted(string language, string voted, string absent)
    {
        var room = new TheRoom().SignedIn(0, 1, 4, 5).Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For));

        var html = await ShowAsync(language, room);

        Assert.Contains(voted, html, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{absent}", html, StringComparison.Ordinal);
        Assert.Contains("role=\"list\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_that_a_seat_voted_and_not_what_while_counts_are_hidden()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], true, "plus").Votes((0, Choice.Against));

        var html = await ShowAsync("en", room, hidden: true);

        Assert.Contains("has voted", html, StringComparison.Ordinal);
        Assert.DoesNotContain("gainst", html, StringComparison.Ordinal);
    }

    [Theory, InlineData("restricted", 6), InlineData("enlarged", 18), InlineData("plenary", 36)]
    public void Draws_every_seat_inside_and_none_on_another(string formation, int seats)
    {
        var places = SeatPlaces.For([.. new TheRoom(formation).View.Groups.Select(g => g.Seats.Length)]);

        Assert.Equal(seats, places.Places.Length);
        Assert.All(places.Places, p => Assert.True(p.X >= places.Radius && p.X <= 320 - places.Radius && p.Y >= places.Radius && p.Y <= places.Height - places.Radius));
        Assert.All(places.Places, one => Assert.All(places.Places.Where(p => p != one), other =>
            Assert.True(double.Hypot(one.X - other.X, one.Y - other.Y) >= 2 * places.Radius, $"{one} and {other} overlap.")));
    }

    private static Task<string> ShowAsync(string language, TheRoom room, bool hidden = false) => Rendered.AsHtml<SeatMap>(language, new()
    {
        ["Groups"] = room.View.Groups, ["Options"] = ImmutableArray.Create("plus"), ["Hidden"] = hidden, ["Me"] = room.Member(0),
    }, TheRoom.Services);
}

public class TheQuorumView
{
    [Theory]
    [InlineData("en", "Quorum reached: 3 of 3 arts experts; 3 of 3 administrations, unions and employers together.", "Aline Delvausart presides (chair)")]
    [InlineData("fr", "Le quorum est atteint : experts du travail des arts 3 sur 3 ; administrations, syndicats et employeurs ensemble 3 sur 3.", "Aline Delvausart préside")]
    [InlineData("nl", "Het quorum is bereikt: 3 van 3 kunstwerkdeskundigen; 3 van 3 administraties, vakverenigingen en werkgevers samen.", "Aline Delvausart zit voor")]
    [InlineData("de", "Beschlussfähig: Kunstarbeitssachverständige 3 von 3; Verwaltungen, Gewerkschaften und Arbeitgeber zusammen 3 von 3.", "Aline Delvausart führt den Vorsitz")]
    public async Task Says_in_one_sentence_that_it_is_reached(string language, string sentence, string chair)
    {
        var html = await ShowAsync(language, new TheRoom().SignedIn());

        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains(chair, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        var html = await ShowAsync("en", new TheRoom().SignedIn(1, 4));

        Assert.Contains("No quorum. Missing: 1 more (arts experts); 1 more (administrations, unions and employers together); someone to preside.", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, TheRoom room) => Rendered.AsHtml<QuorumView>(language, new()
    {
        ["Rule"] = room.Meeting.Plan!.Quorum, ["Status"] = room.View.Quorum!, ["Presiding"] = room.View.Presiding,
        ["Name"] = room.View.Presiding is { } presider ? room.Meeting.NameOf(presider.Person) : null,
    }, TheRoom.Services);
}

public class TheSignature
{
    [Theory]
    [InlineData("en", "The attendance list can be signed from Friday 27\u00a0November 2026 on."), InlineData("fr", "La liste de présence peut être signée à partir du vendredi 27\u00a0novembre 2026.")]
    [InlineData("nl", "De aanwezigheidslijst kan worden getekend vanaf vrijdag 27\u00a0november 2026."), InlineData("de", "Die Anwesenheitsliste kann ab Freitag, 27.\u00a0November 2026 unterzeichnet werden.")]
    public async Task Says_from_when_on_it_can_be_given(string language, string from)
    {
        var html = await ShowAsync(language, TheRoom.StartsAt.AddDays(1));

        Assert.Contains(from, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_one_act_from_then_on()
    {
        Assert.Contains("<button", await ShowAsync("en", TheRoom.StartsAt), StringComparison.Ordinal);
        Assert.Contains("<button", await ShowAsync("en", null), StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(string language, DateTimeOffset? opensAt) =>
        Rendered.AsHtml<SignInCard>(language, new() { ["Name"] = "Aline Delvausart", ["OpensAt"] = opensAt }, TheRoom.Services);
}
