using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

public class SendingAnApplicationIn
{
    [Fact]
    public async Task Freezes_it_while_the_profile_lives_on()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();

        await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Activities = [], Incomes = [] }, default);
        Assert.Null(await office.Get<ProofDesk>().RemoveAsync(who, proof.Id, default));

        var sent = (await AnApplicant.ReadAsync(office, file)).Submission;
        Assert.Equal(("Peintre", 6000m, "28"), (sent.Profile.Activities.Single().Function, sent.Profile.Incomes.Single().Amount, sent.LastTwo));
        Assert.NotNull(await office.Get<ProofDesk>().OpenAsync(PlanningOffice.Secretary, proof.Id, default)); // what went with it stays to be read
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Happens_once_however_often_and_fast_one_presses(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await AnApplicant.FillAsync(office.Services, who);
        var desk = office.Get<ApplicationDesk>();
        await desk.ChooseAsync(who, null, false, "fr", default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.SubmitAsync(who, default))));

        Assert.Single(answers.OfType<Result<FileId>.Ok>());
        Assert.All(answers.OfType<Result<FileId>.Refused>(), refused => Assert.IsType<AnotherApplicationIsOpen>(refused.Why));
        Assert.Single(await desk.MineAsync(who, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_numbered_on_whatever_imported_files_are_called(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.DoAsync(db => db.AddRange(new[] { "2026-A-bis", "2026-A-99", "2026-A-12345x", "2026-A-000041" }.Select(number =>
            new ApplicationFile { Id = new(Guid.NewGuid()), Number = number, Kind = FileKind.Application, Applicant = "A. B.", Language = "fr" })));
        var (who, _) = await AnApplicant.ArriveAsync(office);

        var file = await AnApplicant.SubmitAsync(office, who);

        Assert.Equal("2026-A-000042", (await AnApplicant.ReadAsync(office, file)).File.Number);
    }

    [Fact]
    public async Task Is_refused_while_something_is_missing_and_names_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);

        Assert.Equal(
            [GapKind.NoNationalNumber, GapKind.NoAddress, GapKind.NoPresentation, GapKind.NoCoreActivity],
            (await office.Get<ApplicationDesk>().DraftAsync(who, default)).Gaps.Select(gap => gap.Kind));
        Assert.Equal(new ApplicationHasGaps(4), Assert.IsType<Result<FileId>.Refused>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Why);
        Assert.Empty(await office.Get<ApplicationDesk>().MineAsync(who, default));
    }

    [Fact] // royal decree, art. 14
    public async Task Is_possible_twice_a_year_but_not_three_times()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ApplicationDesk>();
        for (var n = 1; n <= 2; n++)
        {
            if (n == 1)
                await AnApplicant.FillAsync(office.Services, who);
            var file = Assert.IsType<Result<FileId>.Ok>(await desk.SubmitAsync(who, default)).Value;
            Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new WithdrawApplication(), default));
        }

        Assert.Equal(new TooManyApplications(2), Assert.IsType<Result<FileId>.Refused>(await desk.SubmitAsync(who, default)).Why);
        office.Clock.Advance(TimeSpan.FromDays(40)); // another calendar year
        Assert.IsType<Result<FileId>.Ok>(await desk.SubmitAsync(who, default));
    }
}
