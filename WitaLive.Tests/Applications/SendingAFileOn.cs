using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>Royal decree, art. 14; rules of procedure, art. 45: the President sends a file to another chamber, with the reason.</summary>
public class SendingAFileOn
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_the_Presidents_to_do_with_a_reason_that_stands_in_its_history(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, _) = await RoutedAsync(office);
        var (president, other, desk) = (Who.With((await office.CommissionAsync()).President!.Id), await office.ChamberAsync(number: 2), office.Get<FileDesk>());

        var listed = Assert.Single((await office.Get<FilesToSendOn>().ReadAsync(president, "grosdent", 1, default))!.Files);
        Assert.Contains(other.Id, listed.Others.Select(chamber => chamber.Id));
        Assert.DoesNotContain(listed.Chamber!.Id, listed.Others.Select(chamber => chamber.Id));
        Assert.IsType<OtherChamberNeedsReason>(await desk.SendOnAsync(president, file, new(other.Id, " "), default));
        Assert.Null(await desk.SendOnAsync(president, file, new(other.Id, "Compétence en bande dessinée"), default));

        var sheet = await AnApplicant.ReadAsync(office, file);
        Assert.Equal((other.Id, FileState.Ready), (sheet.File.ChamberId, sheet.File.State));
        var background = await office.Get<FileReading>().BackgroundAsync(PlanningOffice.Secretary, sheet.File, default);
        var history = await Rendered.AsHtml<StepList>("fr", new() { ["Events"] = sheet.Events, ["People"] = background.Names, ["Chambers"] = background.Titles }, office.AddTo);
        Assert.Contains("Chambre restreinte 2 (FR). Raison", history, StringComparison.Ordinal);
        Assert.Contains("bande dessin", history, StringComparison.Ordinal);
        Assert.DoesNotContain("bande dessin", await Rendered.AsHtml<StepList>("fr", new() { ["Events"] = sheet.Events }, office.AddTo), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_refused_to_whoever_has_not_seen_that_somebody_else_sent_it_on(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, _) = await RoutedAsync(office);
        var commission = await office.CommissionAsync();
        var (president, vice, desk) = (Who.With(commission.President!.Id), Who.With(commission.VicePresident!.Id), office.Get<FileDesk>());
        var (first, second, third) = (await office.ChamberAsync(), await office.ChamberAsync(number: 2), await office.ChamberAsync(number: 3));

        Assert.Null(await desk.SendOnAsync(president, file, new(third.Id, "Cirque") { From = first.Id }, default));
        Assert.IsType<SentOnMeanwhile>(await desk.SendOnAsync(vice, file, new(second.Id, "Théâtre") { From = first.Id }, default));
        Assert.Equal(third.Id, (await AnApplicant.ReadAsync(office, file)).File.ChamberId);
        Assert.Null(await desk.SendOnAsync(vice, file, new(second.Id, "Théâtre") { From = third.Id }, default));
    }

    [Fact]
    public async Task Is_refused_to_everybody_else()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, applicant) = await RoutedAsync(office);
        var (other, chair) = (await office.ChamberAsync(number: 2), Who.With((await office.ChamberAsync()).Chair!.Id));

        foreach (var who in new[] { chair, PlanningOffice.Secretary, applicant })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FileDesk>().SendOnAsync(who, file, new(other.Id, "Compétence"), default));
        Assert.Null(await office.Get<FilesToSendOn>().ReadAsync(chair, null, 1, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FilesToSendOn>().ReadAsync(applicant, null, 1, default));
        Assert.IsType<OnlyThePresidentSendsOn>(await AnApplicant.DoAsync(office, file, new RouteToChamber(other.Id, "Compétence", ByPresident: true)));
    }

    [Fact]
    public async Task Leaves_out_chambers_of_another_language_those_of_the_applicant_and_those_that_do_not_exist()
    {
        await using var office = await PlanningOffice.OnAsync();
        var president = Who.With((await office.CommissionAsync()).VicePresident!.Id);
        var (file, _) = await RoutedAsync(office);
        var (dutch, second) = (await office.ChamberAsync(section: "nl"), await office.ChamberAsync(number: 2));

        Assert.IsType<ChamberOfOtherLanguage>(await office.Get<FileDesk>().SendOnAsync(president, file, new(dutch.Id, "Compétence"), default));
        Assert.IsType<NoSuchFile>(await office.Get<FileDesk>().SendOnAsync(president, file, new(new(Guid.NewGuid()), "Compétence"), default));

        var member = second.Members.First().Id;
        var row = (await AnApplicant.ReadAsync(office, file)).File;
        var own = new ApplicationFile { Id = new(Guid.NewGuid()), Number = "X-1", Kind = row.Kind, Applicant = "Un membre", Language = "fr", Domain = row.Domain, ApplicantId = member };
        Assert.Equal(ChamberBar.ApplicantSits, Routing.BarOf(second, own));
        Assert.DoesNotContain(second.Id, Routing.For(await office.CommissionAsync(), own, new()).Select(chamber => chamber.Id));
    }

    private static async Task<(FileId File, System.Security.Claims.ClaimsPrincipal Applicant)> RoutedAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        return (file, who);
    }
}
