using System.Text.RegularExpressions;
using WitaLive.App.Controls;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Profiles;

/// <summary>Whoever has it open twice writes over nothing that they have not seen, and loses nothing of what they typed.</summary>
public class AProfileInTwoWindows
{
    private const string Elsewhere = "In the meantime this was changed elsewhere";

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_of_two_that_write_the_same_field_the_first_until_the_second_has_seen_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<ProfileDesk>();
        Func<TextChange, Task<Refusal?>> work = change => desk.ChangeAsync(who, p => change.On(p.Background, (b, text) => b with { Training = text }) switch
        {
            Result<Background>.Ok(var after) => p with { Background = after },
            Result<Background>.Refused(var why) => why,
            _ => throw new InvalidOperationException(),
        }, default);
        var before = (await desk.ReadAsync(who, default)).Profile.Background.Training;

        var both = await Task.WhenAll(new[] { "La Cambre", "Sint-Lukas" }.Select(text => Task.Run(() => work(new(text, before)))));
        Assert.Equal(new ChangedElsewhere(), Assert.Single(both, why => why is not null));
        var kept = (await desk.ReadAsync(who, default)).Profile.Background.Training;
        Assert.Equal(both[0] is null ? "La Cambre" : "Sint-Lukas", kept);
        Assert.Null(await work(new(kept, before))); // the same is in nobody's way
        Assert.Null(await work(new("Les deux", kept)));

        Assert.Null(await desk.SetContactAsync(who, new("+32  470 11 11 11 ", ""), null, default));
        Assert.Equal(new ChangedElsewhere(), await desk.SetContactAsync(who, new("+32 2 222 22 22", ""), null, default));
        Assert.Null(await desk.SetContactAsync(who, new("+32 2 222 22 22", "+32  470 11 11 11 "), null, default)); // known, in the form it was typed in
        Assert.Equal("+32 2 222 22 22", (await desk.ReadAsync(who, default)).Phone);
    }

    [Fact]
    public async Task Shows_the_other_text_and_lets_one_keep_ones_own()
    {
        await using var windows = await Two.OpenAsync();
        await windows.TypeAsync(windows.A, "textarea", "I paint the sea.", 0);

        await windows.TypeAsync(windows.B, "textarea", "I carve stone.", 0);
        Assert.Equal("I paint the sea.", await windows.PresentationAsync());
        Assert.Contains(Elsewhere, await windows.B.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("There it now says: I paint the sea.", await windows.B.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("I carve stone.", await windows.B.HtmlAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("✓", await FieldAsync(windows.B, "presentation"), StringComparison.Ordinal);

        await windows.TypeAsync(windows.B, "textarea", "I carve stone and wood.", 0); // on and on, and still nothing is written over
        await windows.TypeAsync(windows.A, "textarea", "I paint the sea and the sky.", 0);
        await windows.TypeAsync(windows.B, "textarea", "Sint-Lukas", 1); // another field is no matter of this one; the newest of the other is shown
        Assert.Equal("I paint the sea and the sky.", await windows.PresentationAsync());
        Assert.Contains("There it now says: I paint the sea and the sky.", await windows.B.TextAsync(), StringComparison.Ordinal);

        await windows.B.PressAsync("Keep what I wrote here");
        Assert.Equal("I carve stone and wood.", await windows.PresentationAsync());
        Assert.DoesNotContain(Elsewhere, await windows.B.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("✓", await FieldAsync(windows.B, "presentation"), StringComparison.Ordinal);
        await windows.TypeAsync(windows.B, "textarea", "I carve stone, wood and ice.", 0);
        Assert.Equal("I carve stone, wood and ice.", await windows.PresentationAsync());
    }

    [Fact]
    public async Task Lets_one_take_the_other_text()
    {
        await using var windows = await Two.OpenAsync();
        await windows.TypeAsync(windows.A, "textarea", "I paint the sea.", 0);
        await windows.TypeAsync(windows.B, "textarea", "I carve stone.", 0);

        await windows.B.PressAsync("Take the other");
        Assert.Contains("data-saved=\"I paint the sea.\"", await FieldAsync(windows.B, "presentation"), StringComparison.Ordinal);
        Assert.DoesNotContain("carve", await FieldAsync(windows.B, "presentation"), StringComparison.Ordinal);
        await windows.TypeAsync(windows.B, "textarea", "I paint the sea at night.", 0);
        Assert.Equal("I paint the sea at night.", await windows.PresentationAsync());
        Assert.DoesNotContain(Elsewhere, await windows.B.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_of_numbers_days_and_choices_too()
    {
        await using var windows = await Two.OpenAsync();
        var (year, amount) = (await windows.NthAsync("input", "-year"), await windows.NthAsync("input", "-amount"));
        await windows.FillAsync(windows.A, "input", "7100", amount);
        await windows.FillAsync(windows.A, "select", "Rights", await windows.NthAsync("select", "i-", "-kind"));

        await windows.FillAsync(windows.B, "input", "8000,50", amount);
        Assert.Contains("There it now says: 7100.00", await windows.B.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(7100, (await windows.ReadAsync()).Incomes[0].Amount);
        await windows.B.PressAsync("Keep what I wrote here");
        Assert.Equal(8000.50m, (await windows.ReadAsync()).Incomes[0].Amount);

        await using var late = await windows.AnotherAsync();
        await windows.FillAsync(windows.A, "select", "Prize", await windows.NthAsync("select", "i-", "-kind"));
        await windows.FillAsync(late, "select", "Indemnity", await windows.NthAsync("select", "i-", "-kind"));
        Assert.Contains("it now stands here. You had chosen: ", await late.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(IncomeKind.Prize, (await windows.ReadAsync()).Incomes[0].Kind);
        await windows.FillAsync(late, "select", "Indemnity", await windows.NthAsync("select", "i-", "-kind"));
        Assert.Equal(IncomeKind.Indemnity, (await windows.ReadAsync()).Incomes[0].Kind);
        Assert.DoesNotContain("You had chosen", await late.TextAsync(), StringComparison.Ordinal);

        Assert.True(year < amount);
    }

    [Fact]
    public async Task Leaves_on_the_screen_what_is_typed_into_a_line_that_was_removed_elsewhere()
    {
        await using var windows = await Two.OpenAsync();
        var work = await windows.NthAsync("input", "-work");
        await windows.RemoveIncomeAsync();

        await windows.FillAsync(windows.B, "input", "Marées", work);
        Assert.Contains("removed from the profile elsewhere", await windows.B.TextAsync(), StringComparison.Ordinal);
        await windows.TypeAsync(windows.B, "textarea", "I carve stone.", 0);
        Assert.Contains("Marées", await windows.B.HtmlAsync(), StringComparison.Ordinal);
        Assert.Empty((await windows.ReadAsync()).Incomes);
    }

    [Fact]
    public async Task Never_takes_ones_own_saves_for_those_of_another_window()
    {
        await using var windows = await Two.OpenAsync();
        var (page, phone, amount) = (windows.A, await windows.NthAsync("input", "phone"), await windows.NthAsync("input", "-amount"));

        // Each save is on its way while one types on, in several fields at once, and is left in the middle.
        var held = new TaskCompletionSource();
        page.Waits = _ => held.Task;
        var typing = new List<Task>();
        foreach (var n in Enumerable.Range(1, 12))
        {
            typing.Add(page.TypeAsync("textarea", new('x', n), 0));
            typing.Add(page.TypeAsync("textarea", new('y', n), 1));
            typing.Add(page.FillAsync("input", $"+32 470 {n} ", phone));
            typing.Add(page.FillAsync("input", $"{n},5", amount));
            typing.Add(page.FillAsync("select", n % 2 == 0 ? "Prize" : "Rights", await windows.NthAsync("select", "i-", "-kind")));
            windows.Clock.Advance(TimeSpan.FromMilliseconds(n % 3 == 0 ? 700 : 100));
            if (n % 4 == 0)
            {
                held.SetResult();
                held = new();
            }
        }
        page.Waits = null;
        held.SetResult();
        await windows.UntilAsync(Task.WhenAll(typing));

        Assert.DoesNotContain("elsewhere", await page.TextAsync(), StringComparison.Ordinal);
        var (profile, sheet) = (await windows.ReadAsync(), await windows.SheetAsync());
        Assert.Equal((new('x', 12), new('y', 12), 12.5m, IncomeKind.Prize, "+32 470 12"),
            (profile.Background.Presentation, profile.Background.Training, profile.Incomes[0].Amount, profile.Incomes[0].Kind, sheet.Phone));
    }

    private static async Task<string> FieldAsync(APage page, string id) => Regex.Match(await page.HtmlAsync(), $"<div class=\"field\"[^>]*>\\s*<label for=\"{id}\".*?id=\"{id}-error\"", RegexOptions.Singleline).Value;

    private sealed class Two : IAsyncDisposable
    {
        private readonly PlanningOffice _office;
        private readonly System.Security.Claims.ClaimsPrincipal _who;

        private Two(PlanningOffice office, System.Security.Claims.ClaimsPrincipal who) => (_office, _who) = (office, who);

        public APage A { get; private set; } = null!;

        public APage B { get; private set; } = null!;

        public FakeTimeProvider Clock => _office.Clock;

        public static async Task<Two> OpenAsync()
        {
            var office = await PlanningOffice.OnAsync();
            var (who, _) = await AnApplicant.ArriveAsync(office);
            var two = new Two(office, who);
            await office.Get<ProfileDesk>().ChangeAsync(who, p => p with { Activities = [], Incomes = [AnApplicant.Sale(2025, 10)], Proofs = [], Background = p.Background with { Presentation = "" } }, default);
            (two.A, two.B) = (await two.AnotherAsync(), await two.AnotherAsync());
            return two;
        }

        public Task<APage> AnotherAsync() => APage.OpenAsync<ProfilePage>(_office, _who);

        public Task TypeAsync(APage page, string element, string text, int nth) => UntilAsync(page.TypeAsync(element, text, nth));

        // A pause may begin only now.
        public async Task UntilAsync(Task done)
        {
            for (var tries = 0; !done.IsCompleted && tries < 500; tries++)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAny(done, Task.Delay(10));
            }
            await done.WaitAsync(TimeSpan.FromSeconds(5));
        }

        public Task FillAsync(APage page, string element, string value, int nth) => UntilAsync(page.FillAsync(element, value, nth));

        public async Task RemoveIncomeAsync() => Assert.Null(await _office.Get<ProfileDesk>().ChangeAsync(_who, p => p.Without(p.Incomes[0].Id.Value), default));

        public Task<ProfileSheet> SheetAsync() => _office.Get<ProfileDesk>().ReadAsync(_who, default);

        public async Task<Profile> ReadAsync() => (await SheetAsync()).Profile;

        public async Task<string> PresentationAsync() => (await ReadAsync()).Background.Presentation;

        // Which of the handlers of that element is the one of the field whose id begins and ends so.
        public async Task<int> NthAsync(string element, string begins, string? ends = null)
        {
            var before = 0;
            foreach (Match field in Regex.Matches(await A.HtmlAsync(), $"<{element} [^>]*>"))
            {
                var id = Regex.Match(field.Value, "id=\"([^\"]*)\"").Groups[1].Value;
                if (ends is null ? id == begins || id.EndsWith(begins, StringComparison.Ordinal) : id.StartsWith(begins, StringComparison.Ordinal) && id.EndsWith(ends, StringComparison.Ordinal))
                    return before;
                before += Regex.Count(field.Value, "data-keep") * (field.Value.Contains("type=\"date\"", StringComparison.Ordinal) ? 1 : 2) + (field.Value.Contains("data-keep", StringComparison.Ordinal) ? 0 : 1);
            }
            throw new InvalidOperationException($"There is no {element} {begins}{ends}.");
        }

        public async ValueTask DisposeAsync()
        {
            await A.DisposeAsync();
            await B.DisposeAsync();
            await _office.DisposeAsync();
        }
    }
}
