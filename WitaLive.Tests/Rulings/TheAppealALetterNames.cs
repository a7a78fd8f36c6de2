using WitaLive.App.Applications;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>Law, art. 5; rules of procedure, art. 32 § 3: what the letter names, the page offers and the desk takes.</summary>
public class TheAppealALetterNames
{
    [Theory, InlineData("plus"), InlineData("refusal")]
    public async Task Is_offered_on_the_page_and_taken_whatever_was_decided(string outcome)
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, outcome);
        await decided.HandInAsync(outcome == "refusal" ? ADecidedFile.Text : (await decided.ReadAsync()).Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        office.Clock.Advance(TimeSpan.FromHours(1));

        var letter = Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).Document!;

        Assert.Contains("recours interne", string.Concat(letter.Appeal), StringComparison.OrdinalIgnoreCase);
        Assert.True((await office.Get<FileReading>().ReadOwnAsync(decided.Applicant, decided.File, default))!.CanAppeal);
        Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(decided.Applicant, decided.File, "Le contrat que voici.", [], default));
        Assert.False((await office.Get<FileReading>().ReadOwnAsync(decided.Applicant, decided.File, default))!.CanAppeal); // once
    }
}
