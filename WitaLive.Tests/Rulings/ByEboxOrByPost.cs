using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Ebox;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>ROI 32.</summary>
public class ByEboxOrByPost
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_handed_in_once_posted_when_unread_and_notified_on_the_day_it_was_posted(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var deliver = ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services);
        await deliver.RunAsync(default);
        await deliver.RunAsync(default);
        var letter = Assert.Single(office.Ebox.Letters);
        Assert.Equal((decided.Ruling, "Ysaline Grosdent", "28", "fr"), (letter.Id, letter.Receiver, letter.LastTwo, letter.Language));
        Assert.Empty(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));

        office.Clock.Advance(TimeSpan.FromDays(5));
        var line = Assert.Single(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
        Assert.Equal((true, true), (line.IsRegistered, line.UnreadSince is not null)); // a refusal
        Assert.Equal((await decided.ReadAsync()).Facts.Case.Address, line.Address);
        Assert.NotEmpty(line.Address);
        var today = office.Get<PostDesk>().Today;
        Assert.IsType<PostDayUnusable>(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [line.Id], today.AddDays(1), default));
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
        Assert.Null(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [line.Id], today, default));
        Assert.IsType<LetterHasArrived>(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [line.Id], today, default));
        Assert.Equal(today, (await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
        Assert.Empty(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<PostDesk>().ReadAsync(Who.With(new PersonId(Guid.NewGuid())), default));
    }

    /// <summary>Law, art. 5 and 6: the periods run from the notification of a decision, and a correction is a new one.</summary>
    [Fact]
    public async Task Begins_the_periods_of_appeal_anew_when_it_corrects_a_decision()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.SentAsync(office, printed: false);
        var (desk, first) = (office.Get<PostDesk>(), office.Get<PostDesk>().Today);
        Assert.Null(await desk.PostAsync(PlanningOffice.Secretary, [decided.Ruling], first, default));
        office.Clock.Advance(TimeSpan.FromDays(45));
        Assert.False((await office.Get<FileReading>().ReadOwnAsync(decided.Applicant, decided.File, default))!.CanAppeal);

        var correction = Assert.IsType<Result<Guid>.Ok>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default)).Value;
        await decided.HandInAsync(ADecidedFile.Text with { Motivation = "Mieux dit." }, correction);
        await decided.SignAsync(correction);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        Assert.Null(await desk.PostAsync(PlanningOffice.Secretary, [correction], desk.Today, default));

        var sheet = (await office.Get<FileReading>().ReadOwnAsync(decided.Applicant, decided.File, default))!;
        Assert.Equal((desk.Today, desk.Today.AddMonths(1), true), (sheet.Application.NotifiedOn!.Value, sheet.AppealUntil!.Value, sheet.CanAppeal));
    }

    /// <summary>A letter whose decision holds no more tells nobody of the one that does, whatever becomes of it.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Is_neither_posted_nor_notified_once_its_decision_is_replaced(bool byCourt)
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var (desk, deliver) = (office.Get<PostDesk>(), ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services));
        await deliver.RunAsync(default);
        office.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Single(await desk.ReadAsync(PlanningOffice.Secretary, default));
        Assert.False((await decided.Reading.CheckAsync((await decided.ReadAsync()).Ruling.Code!, default))!.IsReplaced);

        if (byCourt)
            Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, new("Tribunal", desk.Today, "plus"), default));
        else
        {
            var correction = Assert.IsType<Result<Guid>.Ok>(await decided.Desk.CorrectAsync(PlanningOffice.Secretary, decided.Ruling, "Une date était fausse.", default)).Value;
            Assert.Single(await desk.ReadAsync(PlanningOffice.Secretary, default)); // it is only being written
            await decided.HandInAsync(ADecidedFile.Text with { Motivation = "Mieux dit." }, correction);
            await decided.SignAsync(correction);
        }

        Assert.Empty(await desk.ReadAsync(PlanningOffice.Secretary, default));
        Assert.IsType<LetterIsReplaced>(await desk.PostAsync(PlanningOffice.Secretary, [decided.Ruling], desk.Today, default));
        Assert.True((await decided.Reading.CheckAsync((await decided.ReadAsync()).Ruling.Code!, default))!.IsReplaced);
        Assert.Equal((byCourt, !byCourt), ((await decided.ReadAsync()).ReplacedBy!.IsOfCourt, (await decided.ReadAsync()).ReplacedBy!.IsSigned));
        Assert.Equal(byCourt, Assert.Single(await decided.Reading.OwnAsync(decided.Applicant, decided.File, default)).IsReplaced); // of a correction they hear by its letter
        office.Ebox.Answers.Add(new(decided.Ruling, EboxFate.Read, office.Clock.GetUtcNow()));
        await deliver.RunAsync(default);
        Assert.Equal(desk.Today, (await decided.ReadAsync()).Delivery!.ReadOn);
        Assert.Null((await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
    }

    [Fact]
    public async Task Is_not_handed_in_any_more_once_its_decision_is_replaced()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.SentAsync(office, printed: true); // before there was an eBox
        Assert.IsType<Result<Guid>.Ok>(await office.Get<RulingJudgments>().ReplaceAsync(PlanningOffice.Secretary, decided.Ruling, new("Tribunal", office.Get<PostDesk>().Today, "plus"), default));
        office.Ebox.IsThere = true;

        await ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);

        Assert.Empty(office.Ebox.Letters);
    }

    /// <summary>The person was told the day of the post, and has until then.</summary>
    [Fact]
    public async Task Stays_notified_on_the_day_it_was_posted_when_the_eBox_answers_late()
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var (desk, deliver) = (office.Get<PostDesk>(), ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services));
        await deliver.RunAsync(default);
        office.Clock.Advance(TimeSpan.FromDays(5));
        office.Ebox.Answers.Add(new(decided.Ruling, EboxFate.Read, office.Clock.GetUtcNow()));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await desk.PostAsync(PlanningOffice.Secretary, [decided.Ruling], desk.Today, default));

        await deliver.RunAsync(default);

        Assert.Equal(desk.Today, (await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
        await using var page = await APage.OpenAsync<RulingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Ruling });
        var text = await page.TextAsync();
        Assert.Contains("as it said after the letter had been posted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("notified on that day", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_its_receiver_as_the_profile_does_when_nothing_of_it_came_in()
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var address = (await decided.ReadAsync()).Facts.Case.Address;
        await office.DoAsync(db =>
        {
            db.Set<FileSnapshot>().ExecuteDelete();
            db.Set<Ruling>().ExecuteUpdate(set => set.SetProperty(r => r.FactsAsKept, r => r.FactsAsKept.Replace(address, "")));
        });

        await ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);

        var letter = Assert.Single(office.Ebox.Letters);
        Assert.Equal((address, "28"), (letter.Address, letter.LastTwo));
    }

    /// <summary>In the eBox a namesake could get the decision.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_by_post_at_once_when_its_receiver_is_known_by_name_alone(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var (desk, deliver, address) = (office.Get<PostDesk>(), ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services), (await decided.ReadAsync()).Facts.Case.Address);
        await office.DoAsync(db =>
        {
            db.Set<FileSnapshot>().ExecuteDelete();
            db.Set<Ruling>().ExecuteUpdate(set => set.SetProperty(r => r.FactsAsKept, r => r.FactsAsKept.Replace(address, "")));
            db.Set<StoredProfile>().ExecuteUpdate(set => set.SetProperty(p => p.Address, "").SetProperty(p => p.NumberEnd, ""));
        });

        await deliver.RunAsync(default);

        Assert.Empty(office.Ebox.Letters);
        Assert.Null((await decided.ReadAsync()).Delivery!.HandedOn);
        var line = Assert.Single(await desk.ReadAsync(PlanningOffice.Secretary, default));
        Assert.Equal((true, ""), (line.IsOnlyNamed, line.Address));
        if (engine is Engine.Sqlite)
        {
            await using var page = await APage.OpenAsync<PostPage>(office, PlanningOffice.Secretary);
            Assert.Contains("only the name is known", await page.TextAsync(), StringComparison.Ordinal);
        }

        await office.DoAsync(db => db.Set<StoredProfile>().ExecuteUpdate(set => set.SetProperty(p => p.NumberEnd, "28"))); // given since
        Assert.Empty(await desk.ReadAsync(PlanningOffice.Secretary, default));
        await deliver.RunAsync(default);
        Assert.Equal(("", "28"), (Assert.Single(office.Ebox.Letters).Address, office.Ebox.Letters[0].LastTwo));
    }

    /// <summary>With an application from a sheet no address comes in; the person may have given one in their profile.</summary>
    [Fact]
    public async Task Goes_where_the_profile_says_when_none_came_in_with_the_application()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        var address = (await decided.ReadAsync()).Facts.Case.Address;
        await office.DoAsync(db =>
        {
            db.Set<FileSnapshot>().ExecuteUpdate(set => set.SetProperty(s => s.Payload, s => s.Payload.Replace(address, "")));
            db.Set<Ruling>().ExecuteDelete();
        });
        Assert.Equal(1, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, decided.Meeting, default));
        var drafted = Assert.Single(await decided.Reading.OfFileAsync(PlanningOffice.Secretary, decided.File, default)).Id;
        Assert.Equal(address, (await decided.ReadAsync(drafted)).Facts.Case.Address);
        await decided.HandInAsync(ADecidedFile.Text, drafted);
        await decided.SignAsync(drafted);
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        await office.DoAsync(db => db.Set<Ruling>().ExecuteUpdate(set => set.SetProperty(r => r.FactsAsKept, r => r.FactsAsKept.Replace(address, "")))); // drafted before the profile was asked

        Assert.Equal(address, Assert.Single(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default)).Address);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_marked_once_when_two_mark_it_at_the_same_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.SentAsync(office, printed: false);
        var desk = office.Get<PostDesk>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.PostAsync(PlanningOffice.Secretary, [decided.Ruling], desk.Today, default))));

        Assert.Single(answers, why => why is null);
        Assert.All(answers.OfType<Refusal>(), why => Assert.IsType<LetterHasArrived>(why));
    }

    [Fact]
    public async Task Is_notified_on_the_day_it_was_read_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.SentAsync(office, printed: true);
        var deliver = ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services);
        await deliver.RunAsync(default);
        office.Clock.Advance(TimeSpan.FromDays(2));
        office.Ebox.Answers.Add(new(decided.Ruling, EboxFate.Read, office.Clock.GetUtcNow()));

        await deliver.RunAsync(default);

        Assert.Empty(office.Ebox.Answers);
        Assert.Equal(office.Get<PostDesk>().Today, (await AnApplicant.ReadAsync(office, decided.File)).Application.NotifiedOn);
        office.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
    }

    [Theory]
    [InlineData(true, true, true)] // the eBox says that there is none
    [InlineData(true, false, false)] // nothing printed what could be handed in
    [InlineData(false, true, false)] // there is nobody to hand it to
    public async Task Goes_by_post_at_once_otherwise(bool isThere, bool printed, bool answers)
    {
        await using var office = await PlanningOffice.OnAsync();
        office.Ebox.IsThere = isThere;
        var decided = await ADecidedFile.SentAsync(office, printed);
        if (answers)
            office.Ebox.Answers.Add(new(decided.Ruling, EboxFate.NoEbox, office.Clock.GetUtcNow()));
        await ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);

        Assert.Null(Assert.Single(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default)).UnreadSince);
    }
}
