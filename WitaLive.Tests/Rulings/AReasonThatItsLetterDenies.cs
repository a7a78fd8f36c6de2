using WitaLive.App.Rulings;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

public class AReasonThatItsLetterDenies
{
    [Fact]
    public async Task Is_shown_to_who_writes_reads_and_signs_until_it_is_signed()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office, "plus");
        var text = (await decided.ReadAsync()).Text with { Reasons = ["presumedProfessional"] };
        Assert.Null(await decided.Desk.WriteAsync(PlanningOffice.Secretary, decided.Ruling, text, (await decided.ReadAsync()).Ruling.Version, default));

        Assert.Equal("presumedProfessional", Assert.Single((await decided.ReadAsync()).Denied));
        await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Ruling });
        Assert.Contains("The sums, the activities or an attestation held before say otherwise", await page.TextAsync(), StringComparison.Ordinal); // beside the box that is ticked
        Assert.Contains("Compare them before it is signed.", await page.TextAsync(), StringComparison.Ordinal);

        await decided.HandInAsync(text);
        var president = await decided.PresidentAsync();
        Assert.Equal("presumedProfessional", Assert.Single((await decided.Reading.ReadAsync(president, decided.Ruling, default))!.Denied));
        var line = Assert.Single((await decided.Reading.OfMeetingAsync(president, decided.Meeting, default))!.Lines);
        Assert.Equal((true, true), (line.IsDenied, line.CanSign));
        await using var list = await APage.OpenAsync<MeetingRulingsPage>(office, president, new() { ["Id"] = decided.Meeting.Value });
        Assert.Contains("with a reason that the letter contradicts: 1", await list.TextAsync(), StringComparison.Ordinal);
        await decided.SignAsync();
        Assert.Empty((await decided.ReadAsync()).Denied);
        Assert.False(Assert.Single((await decided.Reading.OfMeetingAsync(president, decided.Meeting, default))!.Lines).IsDenied);
    }
}
