using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Controls;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests.Profiles;

public class AFieldOfAProfile
{
    public static TheoryData<Activity, string> Activities => new()
    {
        { AnApplicant.Painting, "" },
        { AnApplicant.Painting with { Domain = null, Kind = null, Function = "", Project = "", From = null, Contribution = "" }, "Domain Kind Function Project From Contribution" },
        { AnApplicant.Painting with { Contribution = "", Weight = ActivityWeight.Peripheral }, "" },
        { AnApplicant.Painting with { Until = new(2021, 12, 31) }, "Until" },
        { AnApplicant.Painting with { Until = new(2022, 1, 1) }, "" },
    };

    [Theory, MemberData(nameof(Activities))]
    public void Is_named_when_it_keeps_a_line_from_being_complete(Activity activity, string missing)
    {
        Assert.Equal(missing, string.Join(' ', activity.Missing));
        Assert.Equal(missing.Length == 0, activity.IsComplete);
    }

    [Fact]
    public void Is_named_of_income_and_of_a_time_without_work_too()
    {
        Assert.Empty(AnApplicant.Sale(2025, 10).Missing);
        Assert.Equal("Year Amount Kind Activity Work", string.Join(' ', new IncomeLine(new(Guid.NewGuid()), null, null, null, null, "").Missing));
        Assert.Equal("From Until Reason", string.Join(' ', new Inactivity(new(Guid.NewGuid()), null, null, null).Missing));
        Assert.Equal("Until", string.Join(' ', new Inactivity(new(Guid.NewGuid()), new(2025, 2, 1), new(2025, 1, 31), InactivityReason.Illness).Missing));
    }

    [Theory, InlineData("en", "First day"), InlineData("de", "Erster Tag"), InlineData("nl", "Eerste dag"), InlineData("fr", "Premier jour")]
    public async Task Is_a_link_to_where_it_is_filled_in(string language, string label)
    {
        var line = Guid.NewGuid();

        var html = await Rendered.AsHtml<MissingFields>(language, new() { ["Kind"] = "t", ["Line"] = line, ["Fields"] = (ImmutableArray<LineField>)[LineField.From, LineField.Reason] }, services => services.AddSingleton<ProfileWords>());

        Assert.Matches($"href=\"my/profile#t-{line}-from\"[^>]*>{label}</a>", html);
        Assert.Contains($"#t-{line}-reason", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_named_beside_a_line_that_cannot_be_taken_into_an_application()
    {
        var line = new ChoiceLine(Guid.NewGuid(), "Peintre", IsChosen: false, IsOpen: false) { Kind = "a", Missing = [LineField.Project] };

        var html = await Rendered.AsHtml<ChoiceList>("en", new() { ["Title"] = "Activities", ["None"] = "None", ["Lines"] = (ImmutableArray<ChoiceLine>)[line] }, services => services.AddSingleton<ProfileWords>());

        Assert.Matches($"href=\"my/profile#a-{line.Id}-project\"[^>]*>Project or work</a>", html);
    }

    [Theory] // a text that is cut by the browser is not what was pasted
    [InlineData("area"), InlineData("text")]
    public async Task Takes_a_long_text_whole_so_that_it_can_be_refused_in_words(string kind)
    {
        var html = await ShowAsync(new() { ["Kind"] = kind });

        Assert.DoesNotContain("maxlength", html, StringComparison.Ordinal);
        Assert.Contains("Not saved yet", html, StringComparison.Ordinal); // shown while data-waiting is there
    }

    [Theory] // on a slow line it would come back over what was typed since, and every other letter be lost
    [InlineData("area", "textarea"), InlineData("text", "input"), InlineData("number", "input")]
    public async Task Writes_nothing_back_of_what_is_typed(string kind, string element)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<TimeProvider>(new FakeTimeProvider(A.Start)).BuildServiceProvider();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        var window = new Pressing(services);
        Func<TextChange, Task<Refusal?>> save = _ => Task.FromResult<Refusal?>(null);
        var field = window.Show(typeof(SavedField), ParameterView.FromDictionary(new Dictionary<string, object?> { ["Id"] = "f", ["Label"] = "A field", ["Kind"] = kind, ["Save"] = save }));
        window.Written.Clear();

        foreach (var typed in new[] { "1", "12", "123" })
            _ = window.RaiseAsync(field, element, null, ["oninput"], new ChangeEventArgs { Value = typed }, 0);

        Assert.Empty(window.Written);
        Assert.Contains("123", window.HtmlOf(field), StringComparison.Ordinal);
        await window.CloseAsync();
    }

    [Fact]
    public async Task Says_beside_it_what_is_wrong_although_it_is_kept()
    {
        var html = await ShowAsync(new() { ["Kind"] = "date", ["Value"] = "2021-12-31", ["Warning"] = "The last day is before the first one." });

        Assert.Contains("The last day is before the first one.", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_nowhere_while_none_says_anything_to_estimate_from()
    {
        async Task<string> ShowAsync(Profile profile) =>
            await Rendered.AsHtml<EstimateView>("en", new() { ["Profile"] = profile, ["Would"] = Estimate.Of(profile, new(2026, 11, 26), TheRules.InForce) });

        var nothing = await ShowAsync(StoredProfile.Empty);
        Assert.Contains("There is nothing yet to estimate from", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("verdict", nothing, StringComparison.Ordinal);
        Assert.Contains("verdict", await ShowAsync(StoredProfile.Empty with { Incomes = [AnApplicant.Sale(2025, 10)] }), StringComparison.Ordinal);
        Assert.Contains("verdict", await ShowAsync(StoredProfile.Empty with { Background = StoredProfile.Empty.Background with { Plan = true } }), StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "without work: there is no proof"), InlineData("de", "keinen Nachweis"), InlineData("nl", "geen bewijs"), InlineData("fr", "pas encore de preuve")]
    public async Task Says_of_a_time_without_proof_that_it_neutralises_nothing(string language, string said)
    {
        var time = new Inactivity(new(Guid.NewGuid()), new(2025, 1, 1), new(2025, 3, 31), InactivityReason.Illness);
        var profile = StoredProfile.Empty with { Inactivities = [time] };
        Proof paper = new(new(Guid.NewGuid()), time.Id.Value, "attest.pdf", "application/pdf", 10);
        Assert.Equal(time.Id, Assert.Single(Estimate.Of(profile, new(2026, 11, 26), TheRules.InForce).Unproven).Id);
        Assert.Single(Estimate.Of(profile with { Proofs = [paper with { Link = "https://example.org" }] }, new(2026, 11, 26), TheRules.InForce).Unproven);
        Assert.Empty(Estimate.Of(profile with { Proofs = [paper] }, new(2026, 11, 26), TheRules.InForce).Unproven);

        var html = await Rendered.AsHtml<EstimateView>(language, new() { ["Profile"] = profile, ["Would"] = Estimate.Of(profile, new(2026, 11, 26), TheRules.InForce) });

        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Contains($"my/profile#inactivity-{time.Id.Value}", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(Dictionary<string, object?> parameters)
    {
        Func<TextChange, Task<Refusal?>> save = _ => Task.FromResult<Refusal?>(null);
        return Rendered.AsHtml<SavedField>("en", new(parameters) { ["Id"] = "f", ["Label"] = "A field", ["Save"] = save }, services => services.AddSingleton(TimeProvider.System));
    }
}
