using System.Text.RegularExpressions;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Profiles;

/// <summary>An amount or a year saves itself like every other field, and half of it is no mistake while one types.</summary>
public class ANumberOfAProfile
{
    [Fact]
    public async Task Is_saved_while_one_types_and_refused_in_words_only_when_one_leaves_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var line = AnApplicant.Sale(2025, 10);
        await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Incomes = [line] }, default);
        Func<Func<Profile, Result<Profile>>, Task<Refusal?>> change = changed => office.Get<ProfileDesk>().ChangeAsync(who, changed, default);
        await using var page = await APage.OpenAsync<IncomeCard>(office, who, new() { ["Line"] = line, ["Number"] = 1, ["Change"] = change });
        Assert.Contains("data-saved=\"10.00\"", await page.HtmlAsync(), StringComparison.Ordinal);

        await TypeAsync("7100");
        Assert.Equal(7100, await AmountAsync());
        Assert.Contains("data-saved=\"7100\"", await page.HtmlAsync(), StringComparison.Ordinal); // and not written anew under the hand
        await TypeAsync("7100.");
        Assert.DoesNotContain("aria-invalid", await page.HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains("data-saved=\"7100\"", await page.HtmlAsync(), StringComparison.Ordinal);
        await TypeAsync("7100.5");
        Assert.Equal(7100.5m, await AmountAsync());

        await TypeAsync("7100.5.");
        await page.LeaveAsync("input", 1);
        Assert.Contains("aria-invalid=\"true\"", await page.HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains("Please give an amount", await page.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await TypeAsync("7100.25");
        Assert.DoesNotContain("aria-invalid", await page.HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(7100.25m, await AmountAsync());

        async Task TypeAsync(string text)
        {
            var typed = page.TypeAsync("input", text, 1);
            office.Clock.Advance(TimeSpan.FromSeconds(1));
            await typed;
        }

        async Task<decimal?> AmountAsync() => (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Incomes[0].Amount;
    }

    [Fact]
    public async Task Is_not_written_anew_under_the_hand_that_types_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await office.Get<ProfileDesk>().ChangeAsync(who, profile => profile with { Incomes = [AnApplicant.Sale(2025, 10)] }, default);
        await using var page = await APage.OpenAsync<ProfilePage>(office, who);
        var amount = Regex.Matches(await page.HtmlAsync(), "<input id=\"([^\"]*)\"[^>]*inputmode=\"decimal\"").Select(one => one.Groups[1].Value).ToList().FindIndex(id => id.EndsWith("-amount", StringComparison.Ordinal));
        Assert.Equal(2, amount); // after performances and year; telephone and address are typed before them

        await TypeAsync("71", amount + 2);
        await TypeAsync("+32 470 00 00 01", 0); // all of the page is read again
        Assert.Contains("data-saved=\"71\"", await page.HtmlAsync(), StringComparison.Ordinal);
        await page.LeaveAsync("input", amount);
        await TypeAsync("+32 470 00 00 02", 0);
        Assert.Contains("data-saved=\"71.00\"", await page.HtmlAsync(), StringComparison.Ordinal);

        async Task TypeAsync(string text, int nth)
        {
            var typed = page.TypeAsync("input", text, nth);
            office.Clock.Advance(TimeSpan.FromSeconds(1));
            await typed;
        }
    }

    [Fact]
    public async Task And_a_day_that_lie_ahead_are_said_to()
    {
        await using var office = await PlanningOffice.OnAsync(); // in November 2026
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await ShowAsync(2026, new(2026, 1, 1), office.Get<ProfileDesk>(), []);
        await ShowAsync(2027, new(2022, 1, 1), office.Get<ProfileDesk>(), ["This year lies ahead: the line does not count yet."]);
        await ShowAsync(2026, new(2022, 1, 1), office.Get<ProfileDesk>(), ["This day lies ahead. Leave the field empty while the activity goes on."], new(2099, 12, 31));
        await ShowAsync(2026, new(2098, 1, 1), office.Get<ProfileDesk>(), ["This day lies ahead: the activity has not begun yet."]);

        async Task ShowAsync(int year, DateOnly from, ProfileDesk desk, string[] said, DateOnly? until = null)
        {
            await desk.ChangeAsync(who, profile => profile with { Activities = [AnApplicant.Painting with { From = from, Until = until }], Incomes = [AnApplicant.Sale(year, 10)] }, default);
            await using var page = await APage.OpenAsync<ProfilePage>(office, who);
            var text = await page.TextAsync();
            Assert.All(said, one => Assert.Contains(one, text, StringComparison.Ordinal));
            Assert.Equal(said.Length, text.Split("lies ahead").Length - 1);
        }
    }
}
