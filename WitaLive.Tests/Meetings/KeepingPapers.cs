using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Meetings;

public class KeepingPapers
{
    private static readonly byte[] s_pdf = APaper.Pdf(200_000);

    [Fact]
    public async Task Stores_them_under_our_own_name_and_gives_them_to_the_meetings_people()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);

        Assert.Null(await AddAsync(office, id, item, "../../etc/passwd\r\nX: y<script>.exe", s_pdf));

        var paper = Assert.Single((await office.ReadAsync(id)).Agenda[0].Papers);
        Assert.Equal(("application/pdf", s_pdf.LongLength), (paper.ContentType, paper.Size));
        Assert.DoesNotContain(paper.Name, c => c is '/' or '\\' or '<' or '>' or '"' || char.IsControl(c));
        Assert.EndsWith(".pdf", paper.Name, StringComparison.Ordinal);
        Assert.Equal([paper.Id.ToString("N")], Directory.GetFiles(office.PaperFolder).Select(Path.GetFileName));

        var member = (await office.ChamberAsync()).Members.First().Id;
        var opened = await office.Get<PaperReading>().OpenAsync(Who.With(member), paper.Id, default);
        await using (var content = opened!.Value.Content)
        {
            using var read = new MemoryStream();
            await content.CopyToAsync(read);
            Assert.Equal(s_pdf, read.ToArray());
        }
        var stranger = (await office.ChamberAsync(section: "nl")).Members.First().Id;
        Assert.Null(await office.Get<PaperReading>().OpenAsync(Who.With(stranger), paper.Id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<PaperReading>().OpenAsync(Who.Nobody, paper.Id, default));

        Assert.Null(await office.Get<PaperDesk>().RemoveAsync(PlanningOffice.Secretary, id, paper.Id, default));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
        Assert.Null(await office.Get<PaperReading>().OpenAsync(PlanningOffice.Secretary, paper.Id, default));
    }

    [Fact]
    public async Task Keeps_them_from_whoever_is_recused_from_the_item()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);
        Assert.Null(await AddAsync(office, id, item, "dossier.pdf", s_pdf));
        var paper = Assert.Single((await office.ReadAsync(id)).Agenda[0].Papers);
        var (one, other) = ((await office.ChamberAsync()).VotingSeats.First().Effective!.Id, (await office.ChamberAsync()).VotingSeats.Last().Effective!.Id);

        Assert.IsType<Outcome.Ok>(await (await office.Get<RoomDoor>().EnterAsync(id, default))!.SendAsync(new Recuse(item, one), new(one), default));

        Assert.Null(await office.Get<PaperReading>().OpenAsync(Who.With(one), paper.Id, default));
        await (await office.Get<PaperReading>().OpenAsync(Who.With(other), paper.Id, default))!.Value.Content.DisposeAsync();
    }

    [Theory]
    [InlineData("evil.pdf", "<html><script>alert(1)</script>", typeof(PaperOfAnotherKind))]
    [InlineData("evil.png", "MZ this is a program", typeof(PaperOfAnotherKind))]
    [InlineData("evil.svg", "<svg onload='x'/>", typeof(PaperOfAnotherKind))]
    [InlineData("empty.pdf", "", typeof(PaperEmpty))]
    [InlineData("late.pdf", " %PDF-1.7", typeof(PaperOfAnotherKind))]
    [InlineData("half.pdf", "%PDF-1.7\n1 0 obj\n", typeof(PaperCutOff))]
    [InlineData("signature.png", "\u0089PNG\r\n\u001a\nrubbish and nothing else", typeof(PaperOfAnotherKind))]
    [InlineData("half.png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", typeof(PaperCutOff))]
    [InlineData("half.jpg", "\u00ff\u00d8\u00ff\u00e0\0\u0004\u00ff\u00d9\u00ff\u00da\0\u0002points", typeof(PaperCutOff))]
    [InlineData("head.jpg", "\u00ff\u00d8\u00ff\u00e0\0\u0004ab\u00ff\u00fe\0", typeof(PaperCutOff))]
    [InlineData("rubbish.jpg", "\u00ff\u00d8\u00ff\u00e0rubbish and nothing else", typeof(PaperCutOff))]
    public async Task Refuses_what_is_no_paper_by_its_content_and_leaves_nothing(string name, string content, Type refusal)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);

        Assert.IsType(refusal, await AddAsync(office, id, item, name, System.Text.Encoding.Latin1.GetBytes(content)));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
    }

    [Fact]
    public async Task Takes_a_picture_with_a_film_behind_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);

        Assert.Null(await AddAsync(office, id, item, "photo.jpg", System.Text.Encoding.Latin1.GetBytes("\u00ff\u00d8\u00ff\u00e0\0\u0004ab\u00ff\u00ff\u00da\0\u0002po\u00ff\0ints\u00ff\u00d9ftypmp42 and so on")));
    }

    [Fact]
    public async Task Stops_reading_what_is_too_large()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);
        var large = new byte[PaperFiles.Largest + 1];
        s_pdf.CopyTo(large, 0);
        "%%EOF"u8.CopyTo(large.AsSpan(large.Length - 6));

        Assert.IsType<PaperTooLarge>(await AddAsync(office, id, item, "large.pdf", large));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
        Assert.Null(await AddAsync(office, id, item, "largest.pdf", large[..^1]));
    }

    [Fact]
    public async Task Keeps_nothing_for_an_item_that_is_gone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _) = await MeetingAsync(office);

        Assert.IsType<NoSuchItem>(await AddAsync(office, id, new(Guid.NewGuid()), "a.pdf", s_pdf));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
    }

    [Fact]
    public async Task Gives_none_to_who_has_stepped_aside_for_the_item()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item) = await MeetingAsync(office);
        Assert.Null(await AddAsync(office, id, item, "a.pdf", s_pdf));
        var paper = Assert.Single((await office.ReadAsync(id)).Agenda[0].Papers);
        var seat = (await office.ChamberAsync()).VotingSeats.First(s => s.Substitute is not null);
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        await room.SendAsync(new Recuse(item, seat.Effective!.Id), new(seat.Effective.Id));

        Assert.Null(await office.Get<PaperReading>().OpenAsync(Who.With(seat.Effective.Id), paper.Id, default));
        var sitting = await office.Get<PaperReading>().OpenAsync(Who.With(seat.Substitute!.Id), paper.Id, default);
        await sitting!.Value.Content.DisposeAsync();
        await room.SendAsync(new WithdrawRecusal(item, seat.Effective.Id), new(seat.Effective.Id));
        var again = await office.Get<PaperReading>().OpenAsync(Who.With(seat.Effective.Id), paper.Id, default);
        await again!.Value.Content.DisposeAsync();
    }

    private static async Task<(MeetingId, ItemId)> MeetingAsync(PlanningOffice office)
    {
        var id = await office.PlanAsync(1);
        return (id, (await office.ReadAsync(id)).Agenda[0].Id);
    }

    private static async Task<Refusal?> AddAsync(PlanningOffice office, MeetingId id, ItemId item, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, id, item, name, stream, default);
    }
}
