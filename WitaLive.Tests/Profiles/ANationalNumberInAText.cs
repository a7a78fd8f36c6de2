using WitaLive.App.Applications;
using WitaLive.App.Profiles;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Profiles;

/// <summary>The number is kept as a keyed hash: it has no place in what members read.</summary>
public class ANationalNumberInAText
{
    [Theory]
    [InlineData("Mon numéro : 85.07.30-033 28, merci.", "85.07.30-033 28"), InlineData("85073003328", "85073003328"), InlineData("85\u200b07300\u200b3328", "85073003328"), InlineData("８５０７３００３３２８", "85073003328")]
    [InlineData("85.07.30-033 29", ""), InlineData("+32 470 00 00 00", ""), InlineData("2026-A-000001", ""), InlineData("", "")]
    public void Is_known_by_its_last_two_digits(string text, string found) => Assert.Equal(found, string.Join(", ", Anonymity.NationalNumbersIn(text)));

    [Fact]
    public async Task Is_said_before_it_is_sent_in()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await AnApplicant.FillAsync(office.Services, who);
        Assert.DoesNotContain("National number", await DraftAsync(), StringComparison.Ordinal);

        await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Activities = [AnApplicant.Painting with { Contribution = $"Demandez-moi, {AnApplicant.Number}." }] }, default);

        Assert.Contains($"what looks like a national number ({AnApplicant.Number})", await DraftAsync(), StringComparison.Ordinal);

        async Task<string> DraftAsync()
        {
            await using var draft = await APage.OpenAsync<DraftPage>(office, who);
            return await draft.TextAsync();
        }
    }
}
