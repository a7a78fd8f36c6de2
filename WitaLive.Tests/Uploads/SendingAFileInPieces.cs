using WitaLive.App.Files;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.App.Uploads;
using WitaLive.Domain;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Uploads;

public class SendingAFileInPieces
{
    private static readonly byte[] s_pdf = APaper.Pdf(2_000);

    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_on_after_a_cut_where_it_was_and_is_there_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<UploadDesk>();
        var offer = Offer(s_pdf.Length);
        var begun = await BeginAsync(desk, who, offer);

        Assert.Equal(700, (await SendAsync(desk, who, begun.Id, 0, new CutShort(s_pdf.AsSpan(0, 700)))).Offset);
        Assert.Equal(700, (await SendAsync(desk, who, begun.Id, 0, new MemoryStream(s_pdf))).Offset); // from the beginning again: nothing is taken
        var known = await BeginAsync(desk, who, offer); // the page was loaded anew
        Assert.Equal((begun.Id, 700), (known.Id, known.Offset));
        Assert.Empty((await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs);

        await using (var half = new FileStream(Directory.GetFiles(Halves(office)).Single(), FileMode.Open))
            half.SetLength(500); // the power failed before the disk had the rest
        Assert.Equal(500, (await SendAsync(desk, who, begun.Id, 700, new MemoryStream(s_pdf[700..]))).Offset);
        Assert.True((await SendAsync(desk, who, begun.Id, 500, new MemoryStream(s_pdf[500..]))).Done);
        Assert.True((await SendAsync(desk, who, begun.Id, s_pdf.Length, new MemoryStream())).Done); // whose answer was lost

        var proof = Assert.Single((await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs);
        Assert.Equal(("portfolio.pdf", s_pdf.Length), (proof.Name, proof.Size));
        var opened = await office.Get<ProofDesk>().OpenAsync(who, proof.Id, default);
        using var bytes = new MemoryStream();
        await using (var content = opened!.Value.Content)
            await content.CopyToAsync(bytes);
        Assert.Equal(s_pdf, bytes.ToArray());
        Assert.Empty(Directory.GetFiles(Halves(office)));
    }

    [Fact]
    public async Task Is_nobody_elses_to_go_on_with()
    {
        await using var office = await PlanningOffice.OnAsync();
        var ((who, id), (other, _)) = (await AnApplicant.ArriveAsync(office), await AnApplicant.ArriveAsync(office));
        var desk = office.Get<UploadDesk>();
        var begun = await BeginAsync(desk, who, Offer(s_pdf.Length));

        Assert.Null(await desk.StateAsync(other, begun.Id, default));
        Assert.Null(await desk.ReceiveAsync(other, begun.Id, 0, new MemoryStream(s_pdf), default));
        Assert.Null(await desk.ReceiveAsync(PlanningOffice.Secretary, begun.Id, 0, new MemoryStream(s_pdf), default));
        Assert.NotEqual(begun.Id, (await BeginAsync(desk, other, Offer(s_pdf.Length))).Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.BeginAsync(other, Offer(10) with { Whose = id.Value }, default)); // fills in for nobody
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.BeginAsync(other, Offer(10) with { Kind = UploadKind.Paper }, default));
    }

    [Fact]
    public async Task Of_the_secretariat_for_who_calls_goes_into_that_profile()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<UploadDesk>();
        var begun = await BeginAsync(desk, PlanningOffice.Secretary, Offer(s_pdf.Length) with { Whose = id.Value });

        Assert.True((await SendAsync(desk, PlanningOffice.Secretary, begun.Id, 0, new MemoryStream(s_pdf))).Done);

        Assert.Single((await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs);
    }

    [Fact]
    public async Task Is_refused_before_its_first_byte_when_it_is_too_large_empty_or_there_is_no_room()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<UploadDesk>();
        var room = Chambers.Demo.Rules.On(new(2026, 11, 23)).Procedure.Proofs;

        Assert.IsType<PaperTooLarge>(await WhyNotAsync(desk, who, Offer(2L << 30)));
        Assert.IsType<PaperEmpty>(await WhyNotAsync(desk, who, Offer(0)));
        var fits = (int)(room.Bytes / PaperFiles.Largest);
        for (var n = 0; n < fits; n++)
            await BeginAsync(desk, who, Offer(PaperFiles.Largest) with { Stamp = n }); // announced counts like kept
        Assert.IsType<ProofsFull>(await WhyNotAsync(desk, who, Offer(PaperFiles.Largest) with { Stamp = fits }));
        Assert.False(Directory.Exists(Halves(office)));
    }

    [Theory]
    [InlineData(399, 0, 1, true), InlineData(400, 0, 1, false), InlineData(0, 1_048_575_999, 1, true), InlineData(0, 1_048_576_000, 1, false)]
    public void Has_room_to_the_last_document_and_the_last_byte(int documents, long bytes, long size, bool hasRoom) =>
        Assert.Equal(hasRoom, Chambers.Demo.Rules.On(new(2026, 11, 23)).Procedure.Proofs.HasRoom(documents, bytes, size));

    [Fact]
    public async Task Keeps_nothing_of_more_than_was_announced_nor_of_a_renamed_program()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<UploadDesk>();

        var more = await BeginAsync(desk, who, Offer(100));
        Assert.IsType<UploadOutOfStep>(WhyNot(await desk.ReceiveAsync(who, more.Id, 0, new MemoryStream(s_pdf), default)));
        var program = await BeginAsync(desk, who, Offer(5));
        Assert.IsType<PaperOfAnotherKind>(WhyNot(await desk.ReceiveAsync(who, program.Id, 0, new MemoryStream("MZ\x90\0\x03"u8.ToArray()[..5]), default)));

        Assert.Null(await desk.StateAsync(who, program.Id, default));
        Assert.Empty(Directory.GetFiles(Halves(office)));
        Assert.Empty(Directory.GetFiles(office.PaperFolder));
    }

    [Fact]
    public async Task Is_removed_when_nobody_goes_on_with_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var (desk, sweep) = (office.Get<UploadDesk>(), office.Get<SweepUploads>());
        var begun = await BeginAsync(desk, who, Offer(s_pdf.Length));
        await SendAsync(desk, who, begun.Id, 0, new MemoryStream(s_pdf[..700]));
        File.SetLastWriteTimeUtc(Directory.GetFiles(Halves(office)).Single(), office.Clock.GetUtcNow().UtcDateTime);
        var hours = Chambers.Demo.Rules.On(new(2026, 11, 23)).Procedure.Proofs.HoursToResume;

        office.Clock.Advance(TimeSpan.FromHours(hours));
        await sweep.RunAsync(default);
        Assert.NotNull(await desk.StateAsync(who, begun.Id, default));
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);

        Assert.Null(await desk.StateAsync(who, begun.Id, default));
        Assert.Empty(Directory.GetFiles(Halves(office)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_an_answer_that_is_never_sent_is_removed_and_with_one_that_was_sent_is_not(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var (desk, sweep) = (office.Get<UploadDesk>(), office.Get<SweepUploads>());
        var kept = new List<Guid>();
        for (var n = 0; n < 2; n++)
        {
            var begun = await BeginAsync(desk, who, Offer(s_pdf.Length) with { Kind = UploadKind.Answer, Stamp = n });
            Assert.True((await SendAsync(desk, who, begun.Id, 0, new MemoryStream(s_pdf))).Done);
            kept.Add(begun.Id);
        }
        var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = "2026-1", Kind = "application", Applicant = "x", ApplicantId = id, Language = "fr" };
        await office.DoAsync(db => db.AddRange(file, new FileSnapshot { FileId = file.Id, Payload = $"\"{kept[1]}\"" })); // as a step or a snapshot names it

        office.Clock.Advance(TimeSpan.FromDays(Chambers.Demo.Rules.On(new(2026, 11, 23)).Procedure.Proofs.DaysToSend));
        await sweep.RunAsync(default);
        Assert.Equal(2, (await office.Get<ProofDesk>().KeptAsync(who, kept, default)).Length);
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);

        Assert.Equal(kept[1], Assert.Single(await office.Get<ProofDesk>().KeptAsync(who, kept, default)).Id.Value);
        Assert.Single(Directory.GetFiles(office.PaperFolder));
        Assert.Null(await desk.StateAsync(who, kept[0], default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_asked_again_on_arrival_whether_there_is_room(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<UploadDesk>();
        var begun = await BeginAsync(desk, who, Offer(s_pdf.Length));
        await SendAsync(desk, who, begun.Id, 0, new MemoryStream(s_pdf[..700]));
        var room = Chambers.Demo.Rules.On(new(2026, 11, 23)).Procedure.Proofs;
        await office.DoAsync(db => db.Add(new StoredProof // put there meanwhile
        {
            Id = new(Guid.NewGuid()), PersonId = id, Name = "film.pdf", ContentType = "application/pdf", Size = room.Bytes, AddedAt = office.Clock.GetUtcNow(),
        }));

        Assert.IsType<ProofsFull>(WhyNot(await desk.ReceiveAsync(who, begun.Id, 700, new MemoryStream(s_pdf[700..]), default)));

        Assert.Empty((await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs);
        Assert.Empty(Directory.GetFiles(Halves(office)));
    }

    [Fact] // anybody can write JSON by hand
    public void Is_offered_with_a_name_and_as_something_there_is()
    {
        Assert.True(Offer(10).IsUsable);
        Assert.False((Offer(10) with { Name = null! }).IsUsable);
        Assert.False((Offer(10) with { Kind = (UploadKind)3 }).IsUsable);
    }

    private static UploadOffer Offer(long size) => new(UploadKind.Proof, null, null, null, "portfolio.pdf", size, 1);

    private static string Halves(PlanningOffice office) => Path.Combine(office.PaperFolder, "halves");

    private static async Task<UploadState> BeginAsync(UploadDesk desk, System.Security.Claims.ClaimsPrincipal who, UploadOffer offer) =>
        Assert.IsType<Result<UploadState>.Ok>(await desk.BeginAsync(who, offer, default)).Value;

    private static async Task<Refusal> WhyNotAsync(UploadDesk desk, System.Security.Claims.ClaimsPrincipal who, UploadOffer offer) => WhyNot(await desk.BeginAsync(who, offer, default));

    private static Refusal WhyNot(Result<UploadState>? outcome) => Assert.IsType<Result<UploadState>.Refused>(outcome).Why;

    private static async Task<UploadState> SendAsync(UploadDesk desk, System.Security.Claims.ClaimsPrincipal who, Guid id, long from, Stream piece) =>
        Assert.IsType<Result<UploadState>.Ok>(await desk.ReceiveAsync(who, id, from, piece, default)).Value;

    /// <summary>A line that breaks behind its last byte.</summary>
    private sealed class CutShort(ReadOnlySpan<byte> bytes) : MemoryStream(bytes.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The line broke.");
    }
}
