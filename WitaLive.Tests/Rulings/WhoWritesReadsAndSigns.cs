using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

public class WhoWritesReadsAndSigns
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_the_secretariat_a_second_person_and_a_delegate_who_sat(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        var (jurist, chair, president) = (Who.With(Roles.Jurist), Who.With(decided.Chair), await decided.PresidentAsync());
        var facts = (await decided.ReadAsync()).Facts;
        Assert.Null(await decided.Desk.AskAsync(jurist, decided.Ruling, default));
        Assert.Null(await decided.Desk.HandInAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, 1, default));
        Assert.IsType<RulingNotToSign>(await decided.SignAsync(president));
        Assert.IsType<ReaderWroteIt>(await decided.ReadOverAsync(PlanningOffice.Secretary, true, ""));
        Assert.IsType<FindingMissing>(await decided.ReadOverAsync(jurist, false, ""));
        Assert.Null(await decided.ReadOverAsync(jurist, false, "La somme manque."));
        Assert.Equal(RulingStage.Drafted, (await decided.ReadAsync()).Ruling.Stage);
        var back = (await decided.ReadAsync()).Ruling;
        Assert.Null(await decided.Desk.HandInAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, back.Version, default));
        Assert.Null(await decided.ReadOverAsync(jurist, true, "Bien."));
        Assert.Equal([(false, "La somme manque."), (true, "Bien.")], (await decided.ReadAsync()).Findings.Select(one => (one.Finding.Agrees, one.Finding.Text)));

        Assert.IsType<NotYoursToSign>(await decided.SignAsync(chair));
        Assert.IsType<NotYoursToSign>(await decided.Signing.DelegateAsync(chair, decided.Meeting, decided.Chair, default));
        Assert.IsType<DelegateTookNoPart>(await decided.Signing.DelegateAsync(president, decided.Meeting, new(Guid.NewGuid()), default));
        Assert.Null(await decided.Reading.OfMeetingAsync(chair, decided.Meeting, default));
        Assert.Null(await decided.Signing.DelegateAsync(president, decided.Meeting, decided.Chair, default));
        Assert.Equal((true, true), ((await decided.Reading.OfMeetingAsync(chair, decided.Meeting, default))!.Lines[0].CanSign, facts.TookPart(decided.Chair)));
        Assert.Null(await decided.Signing.EndDelegationAsync(president, decided.Meeting, decided.Chair, default));
        Assert.IsType<NotYoursToSign>(await decided.SignAsync(chair));
        Assert.Null(await decided.Signing.DelegateAsync(president, decided.Meeting, decided.Chair, default));
        Assert.Null(await decided.SignAsync(chair));
        var letter = (await decided.ReadAsync()).Document;
        Assert.Equal((facts.Takers.Single(taker => taker.Person == decided.Chair).Name, "Membre de la Commission ayant pris part à la décision, par délégation de la présidence"), (letter.Signature[0], letter.Signature[1]));
    }

    [Fact]
    public async Task Is_nobody_else()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        var member = Who.With(new PersonId(Guid.NewGuid()));
        var (other, _) = await AnApplicant.ArriveAsync(office);

        Assert.Null(await decided.Reading.ReadAsync(member, decided.Ruling, default));
        Assert.Null(await decided.Reading.OfMeetingAsync(member, decided.Meeting, default));
        Assert.IsType<NotYoursToSign>(await decided.Signing.EndDelegationAsync(member, decided.Meeting, decided.Chair, default));
        foreach (var who in new[] { member, other, decided.Applicant })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<RulingDrafts>().DraftAsync(who, decided.Meeting, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Desk.WriteAsync(who, decided.Ruling, ADecidedFile.Text, 0, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Desk.HandInAsync(who, decided.Ruling, ADecidedFile.Text, 0, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Desk.TakeBackAsync(who, decided.Ruling, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Desk.AskAsync(who, decided.Ruling, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.ReadOverAsync(who, true, ""));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Desk.CorrectAsync(who, decided.Ruling, "Moi", default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Letters.SendAsync(who, decided.Meeting, null, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<LetterPacks>().PackAsync(who, decided.Meeting, default));
        }
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.Reading.ReadAsync(decided.Applicant, decided.Ruling, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decided.SignAsync(decided.Applicant));

        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default);
        Assert.NotNull(await decided.Reading.OwnLetterAsync(decided.Applicant, decided.Ruling, default));
        Assert.Null(await decided.Reading.OwnLetterAsync(other, decided.Ruling, default));
        Assert.Empty(await decided.Reading.OwnAsync(other, decided.File, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reads_over_and_signs_only_what_they_were_shown(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var decided = await ADecidedFile.InAsync(office);
        var (jurist, president) = (Who.With(Roles.Jurist), await decided.PresidentAsync());
        Assert.Null(await decided.Desk.AskAsync(jurist, decided.Ruling, default));
        async Task<int> HandInAsync(string motivation)
        {
            Assert.Null(await decided.Desk.HandInAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text with { Motivation = motivation }, (await decided.ReadAsync()).Ruling.Version, default));
            return (await decided.ReadAsync()).Ruling.Version;
        }

        var shown = await HandInAsync("Tel qu’il est à l’écran.");
        Assert.Null(await decided.Desk.TakeBackAsync(PlanningOffice.Secretary, decided.Ruling, default));
        await HandInAsync("Tout autre chose.");
        Assert.IsType<RulingNotAsShown>(await decided.Desk.ReadOverAsync(jurist, decided.Ruling, shown, true, "", default));
        Assert.Null(await decided.ReadOverAsync(jurist, true, ""));

        shown = Assert.Single((await decided.Reading.OfMeetingAsync(president, decided.Meeting, default))!.Lines).Version;
        Assert.Null(await decided.Desk.TakeBackAsync(PlanningOffice.Secretary, decided.Ruling, default));
        await HandInAsync("Encore autre chose.");
        Assert.Null(await decided.ReadOverAsync(jurist, true, ""));
        Assert.IsType<RulingNotAsShown>(await decided.Signing.SignAsync(president, decided.Ruling, shown, default));
        Assert.Null(await decided.SignAsync(president));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Cannot_tell_from_the_page_whether_the_lot_fell_on_it_before_it_is_handed_in(bool isDrawn)
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        await office.DoAsync(db => db.Set<Ruling>().ExecuteUpdate(set => set.SetProperty(r => r.IsDrawn, isDrawn)));

        Assert.True((await decided.ReadAsync()).CanAsk);
        Assert.Null(await decided.Desk.HandInAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, 0, default));
        Assert.Equal(!isDrawn, (await decided.ReadAsync()).CanAsk);
    }

    [Fact]
    public async Task Sees_as_a_delegate_only_decisions_in_which_they_took_part()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        var (president, own) = (await decided.PresidentAsync(), (await decided.ReadAsync()).Ruling);
        var aside = own.Facts with { Case = own.Facts.Case with { Number = "2026-A-000099", Applicant = "Quelqu’un de proche" }, Takers = [] };
        await office.DoAsync(db => db.Add(new Ruling
        {
            Id = Guid.NewGuid(), FileId = new(Guid.NewGuid()), MeetingId = decided.Meeting, Number = 1, FactsAsKept = JsonSerializer.Serialize(aside), TextAsKept = own.TextAsKept, WrittenBy = "",
            IsDrawn = false, ChangedAt = own.ChangedAt,
        }));
        Assert.Null(await decided.Signing.DelegateAsync(president, decided.Meeting, decided.Chair, default));

        Assert.Equal(2, (await decided.Reading.OfMeetingAsync(president, decided.Meeting, default))!.Lines.Length);
        Assert.Equal(own.Id, Assert.Single((await decided.Reading.OfMeetingAsync(Who.With(decided.Chair), decided.Meeting, default))!.Lines).Id);
    }

    [Fact]
    public async Task Is_told_when_somebody_else_wrote_meanwhile()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await ADecidedFile.InAsync(office);
        Assert.Null(await decided.Desk.WriteAsync(PlanningOffice.Secretary, decided.Ruling, ADecidedFile.Text, 0, default));

        Assert.IsType<RulingChangedMeanwhile>(await decided.Desk.WriteAsync(Who.With(Roles.Secretariat), decided.Ruling, ADecidedFile.Text with { Motivation = "Autre." }, 0, default));
        Assert.Equal(ADecidedFile.Text.Motivation, (await decided.ReadAsync()).Text.Motivation);
    }
}
