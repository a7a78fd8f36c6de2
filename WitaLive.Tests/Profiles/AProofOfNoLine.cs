using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Profiles;

public class AProofOfNoLine
{
    [Fact]
    public async Task Can_be_tied_to_a_line_and_to_none_that_is_not_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, proof, line) = await WithOneAsync(office);
        var (desk, profiles) = (office.Get<ProofDesk>(), office.Get<ProfileDesk>());

        Assert.Null(await desk.TieAsync(who, proof, Guid.NewGuid(), default));
        Assert.Equal(proof, Assert.Single((await profiles.ReadAsync(who, default)).Profile.ProofsOfNoLine).Id);
        Assert.Null(await desk.TieAsync(who, proof, line, default));

        var profile = (await profiles.ReadAsync(who, default)).Profile;
        Assert.Empty(profile.ProofsOfNoLine);
        Assert.Equal(2, profile.ProofsOf(line).Count());
    }

    [Fact]
    public async Task Is_said_before_it_is_sent_in_with_a_link_and_in_the_file()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, proof, line) = await WithOneAsync(office);
        await using (var draft = await APage.OpenAsync<DraftPage>(office, who))
        {
            Assert.Contains("One document proves no activity, no income and no time without work", await draft.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("my/profile#general-proofs", await draft.HtmlAsync(), StringComparison.Ordinal);
        }
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Value;
        await using (var sent = await APage.OpenAsync<SubmissionView>(office, PlanningOffice.Secretary, new() { ["Submission"] = (await AnApplicant.ReadAsync(office, file)).Submission }))
            Assert.Contains("They were sent in without saying which activity", await sent.TextAsync(), StringComparison.Ordinal);

        Assert.Null(await office.Get<ProofDesk>().TieAsync(who, proof, line, default));
        await using var after = await APage.OpenAsync<DraftPage>(office, who);
        Assert.DoesNotContain("proves no activity", await after.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<(System.Security.Claims.ClaimsPrincipal Who, ProofId Proof, Guid Line)> WithOneAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await AnApplicant.FillAsync(office.Services, who);
        Assert.Null(await office.Get<ProofDesk>().AddAsync(who, null, "portfolio.pdf", new MemoryStream(AnApplicant.Pdf), default));
        var profile = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile;
        return (who, Assert.Single(profile.ProofsOfNoLine).Id, profile.Incomes[0].Id.Value);
    }
}
