using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Principles;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Principles;

/// <summary>The function of an activity: an entry of the cadastre, with the worker's own words beside it.</summary>
public class ChoosingAFunction
{
    [Fact]
    public async Task Is_offered_of_the_art_and_the_kind_of_the_activity_as_it_holds_today()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await AdoptAsync(office, AProposal.Activity("tapestry", from: new(2026, 11, 24)) with { Domains = ["plasticArts"] }, "2026-P-0001"); // tomorrow
        await AdoptAsync(office, AProposal.Activity("sculptor", ProposalChange.End), "2026-P-0002");
        Assert.NotEmpty((await office.Get<ProfileDesk>().ReadAsync(who, default)).Cadastre);
        var cadastre = await office.Get<AdoptedTexts>().OptionsAsync("nl", default);

        var offered = await ShowAsync(office, AnApplicant.Painting, cadastre);
        Assert.Contains("<option value=\"painter\">Kunstschilder</option>", offered, StringComparison.Ordinal);
        foreach (var other in new[] { "curator", "dancer", "tapestry", "sculptor" }) // of another kind, another art, not yet, no longer
            Assert.DoesNotContain($"value=\"{other}\"", offered, StringComparison.Ordinal);
        Assert.Contains("value=\"sculptor\"", await ShowAsync(office, AnApplicant.Painting with { Entry = new("sculptor", 1) }, cadastre), StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"painter\">", await ShowAsync(office, AnApplicant.Painting with { Kind = null }, cadastre), StringComparison.Ordinal);
        Assert.Contains("value=\"Peintre\"", offered, StringComparison.Ordinal); // what was typed before stands as it was
    }

    [Fact]
    public async Task Goes_with_the_application_as_it_was_on_that_day_and_the_chamber_reads_both()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        await AnApplicant.FillAsync(office.Services, who);
        var desk = office.Get<ProfileDesk>();
        Assert.Null(await desk.ChangeAsync(who, p => p.With(AnApplicant.Painting.Id, a => a with { Entry = new("painter", 1), Function = "Aquarelliste" }), default));
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<App.Applications.ApplicationDesk>().SubmitAsync(who, default)).Value;
        Assert.Null(await desk.ChangeAsync(who, p => p.With(AnApplicant.Painting.Id, a => a with { Entry = null }), default));
        await AdoptAsync(office, AProposal.Activity("painter", ProposalChange.Renew, "Artiste peintre") with { Domains = ["plasticArts"] }, "2026-P-0001");

        var sent = (await AnApplicant.ReadAsync(office, file)).Submission;
        Assert.Equal(new CadastreChoice("painter", 1), sent.Profile.Activities.Single().Entry);
        var shown = await Rendered.AsHtml<SubmissionView>("fr", new() { ["Submission"] = sent }, office.AddTo);
        Assert.Contains("Peintre", shown, StringComparison.Ordinal);
        Assert.Contains("– <bdi>Aquarelliste</bdi>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Artiste peintre", shown, StringComparison.Ordinal);
        Assert.Contains("href=\"cadastre/painter\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_alone_where_nothing_was_chosen_or_the_words_are_the_same()
    {
        await using var office = await PlanningOffice.OnAsync();
        Assert.Equal("<bdi>Peintre</bdi>", await ToldAsync(office, AnApplicant.Painting));
        Assert.DoesNotContain("–", await ToldAsync(office, AnApplicant.Painting with { Entry = new("painter", 1) }), StringComparison.Ordinal);
        Assert.Equal("<bdi>Peintre</bdi>", await ToldAsync(office, AnApplicant.Painting with { Entry = new("no-such-activity", 7) }));
    }

    [Fact]
    public async Task Leads_from_the_file_to_the_entry_and_to_the_principles_that_touch_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AdoptAsync(office, AProposal.Principle("De la peinture") with { Code = "2026-P-0001", Domains = ["theatre"], Activities = ["painter"] }, "2026-P-0001");
        await AdoptAsync(office, AProposal.Principle("Des arts plastiques") with { Code = "2026-P-0002", Domains = ["plasticArts"] }, "2026-P-0002");
        await AdoptAsync(office, AProposal.Principle("De la sculpture") with { Code = "2026-P-0003", Domains = ["plasticArts"], Activities = ["sculptor"] }, "2026-P-0003");
        await AdoptAsync(office, AProposal.Principle("Demain") with { Code = "2026-P-0004", Domains = ["plasticArts"], From = new(2026, 11, 24) }, "2026-P-0004");

        var (chosen, own, gone) = (AnApplicant.Painting with { Entry = new("painter", 1) }, AnApplicant.Painting, AnApplicant.Painting with { Entry = new("no-such-activity", 1), Domain = null });
        Assert.Equal("cadastre/painter principles/2026-P-0001 principles/2026-P-0002", await LinksAsync(office, chosen));
        Assert.Equal("principles/2026-P-0002", await LinksAsync(office, own));
        Assert.Equal("", await LinksAsync(office, gone));
        Assert.DoesNotContain("<ul", await ShownAsync(office, gone), StringComparison.Ordinal);
    }

    private static async Task<string> LinksAsync(PlanningOffice office, Activity activity) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(await ShownAsync(office, activity), "href=\"([^\"]*)\"").Select(link => link.Groups[1].Value));

    private static async Task<string> ShownAsync(PlanningOffice office, Activity activity) =>
        await Rendered.AsHtml<ActivityLinks>("nl", new() { ["Activity"] = activity, ["Readings"] = await office.Get<AdoptedTexts>().AboutAsync([activity], default) }, office.AddTo);

    private static async Task<string> ToldAsync(PlanningOffice office, Activity activity) =>
        (await Rendered.AsHtml<FunctionTitle>("fr", new() { ["Activity"] = activity, ["Readings"] = await office.Get<AdoptedTexts>().AboutAsync([activity], default) }, office.AddTo)).Trim();

    private static Task<string> ShowAsync(PlanningOffice office, Activity activity, ImmutableArray<CadastreOption> cadastre) => Rendered.AsHtml<ActivityCard>("nl", new()
    {
        ["Activity"] = activity, ["Number"] = 1, ["Cadastre"] = cadastre, ["Change"] = (Func<Func<Profile, Result<Profile>>, Task<Refusal?>>)(_ => Task.FromResult<Refusal?>(null)),
    }, services =>
    {
        office.AddTo(services);
        services.AddSingleton<AuthenticationStateProvider>(new Signed(AnApplicant.Outside(new(Guid.NewGuid())))).AddSingleton<CurrentPerson>().AddSingleton<IJSRuntime, NoBrowser>();
    });

    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException();
    }

    private static Task AdoptAsync(PlanningOffice office, Proposal proposal, string number) => office.DoAsync(db =>
    {
        var now = office.Clock.GetUtcNow().AddMinutes(-11);
        var stored = new StoredProposal { Id = new(Guid.NewGuid()), Number = number, CreatedAt = now };
        stored.Write(proposal);
        stored.Course = new(ProposalStage.Adopted, null);
        stored.Adopt(new(2026, 11, 23), now);
        db.Add(stored);
    });
}
