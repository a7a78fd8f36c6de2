using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Papers;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

/// <summary>A file that a restricted chamber decided, its meeting over, its decision drafted.</summary>
internal sealed record ADecidedFile(PlanningOffice Office, ClaimsPrincipal Applicant, FileId File, MeetingId Meeting, Guid Ruling, PersonId Chair)
{
    /// <summary>Says why in a reason code, whatever the outcome.</summary>
    public static RulingText Text { get; } = new(["incomeTooLow"], "Les pièces ne montrent pas de vente.", ImmutableDictionary<ActivityId, string>.Empty);

    public RulingDesk Desk => Office.Get<RulingDesk>();

    public RulingReading Reading => Office.Get<RulingReading>();

    public RulingSigning Signing => Office.Get<RulingSigning>();

    public RulingLetters Letters => Office.Get<RulingLetters>();

    public static async Task<ADecidedFile> InAsync(PlanningOffice office, string outcome = "refusal", string language = "fr", Func<PersonId, Attestation>? held = null)
    {
        var (who, applicant) = await AnApplicant.ArriveAsync(office, language);
        if (held is not null)
            await office.DoAsync(db => db.Add(held(applicant)));
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var chamber = (await AnApplicant.ReadAsync(office, file)).Application.Chamber!.Value;
        var (meeting, room) = await InAChamber.SitAsync(office, file, form => form.Chamber = chamber.Value.ToString());
        await InAChamber.DoAsync(room, new MarkActivity(room.Meeting.Items[0].Id, AnApplicant.Painting.Id, IsAccepted: outcome != "refusal", "notProven"));
        await InAChamber.VoteAsync(room, outcome);
        var chair = room.Meeting.InTheChair!.Person;
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(0, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default)); // it can still be undone
        await InAChamber.DoAsync(room, new CloseMeeting());
        Assert.Equal(1, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default));
        Assert.Equal(0, await office.Get<RulingDrafts>().DraftAsync(PlanningOffice.Secretary, meeting, default));
        return new(office, who, file, meeting, Assert.Single(await office.Get<RulingReading>().OfFileAsync(PlanningOffice.Secretary, file, default)).Id, chair);
    }

    /// <summary>Its letter sent. Nothing prints in these tests: where a print is wanted, some paper stands for it.</summary>
    public static async Task<ADecidedFile> SentAsync(PlanningOffice office, bool printed)
    {
        var decided = await InAsync(office);
        await decided.HandInAsync(Text);
        await decided.SignAsync();
        Assert.Equal(1, (await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default)).Sent);
        if (printed)
        {
            var paper = Assert.IsType<Result<App.Meetings.Paper>.Ok>(await office.Get<PaperFiles>().KeepAsync("letter.pdf", new MemoryStream(AnApplicant.Pdf), default)).Value;
            await office.DoAsync(db => db.Set<Ruling>().Where(r => r.Id == decided.Ruling).ExecuteUpdate(set => set.SetProperty(r => r.PaperId, paper.Id)));
        }
        return decided;
    }

    public async Task<RulingSheet> ReadAsync(Guid? ruling = null) => (await Reading.ReadAsync(PlanningOffice.Secretary, ruling ?? Ruling, default))!;

    public async Task<ClaimsPrincipal> PresidentAsync() => Who.With((await Office.CommissionAsync()).President!.Id);

    /// <summary>Hands it in and, when the lot fell on it, has it read over.</summary>
    public async Task HandInAsync(RulingText text, Guid? ruling = null)
    {
        var sheet = await ReadAsync(ruling);
        Assert.Null(await Desk.HandInAsync(PlanningOffice.Secretary, sheet.Ruling.Id, text, sheet.Ruling.Version, default));
        if ((await ReadAsync(ruling)).Ruling is { Stage: RulingStage.ToRead, Version: var shown })
            Assert.Null(await Desk.ReadOverAsync(Who.With(App.Access.Roles.Jurist), sheet.Ruling.Id, shown, agrees: true, "", default));
    }

    /// <summary>As it is now, by the President.</summary>
    public async Task SignAsync(Guid? ruling = null) => Assert.Null(await SignAsync(await PresidentAsync(), ruling));

    /// <summary>As it is now.</summary>
    public async Task<Refusal?> SignAsync(ClaimsPrincipal who, Guid? ruling = null) => await Signing.SignAsync(who, ruling ?? Ruling, (await ReadAsync(ruling)).Ruling.Version, default);

    /// <summary>As it is now.</summary>
    public async Task<Refusal?> ReadOverAsync(ClaimsPrincipal who, bool agrees, string finding) => await Desk.ReadOverAsync(who, Ruling, (await ReadAsync()).Ruling.Version, agrees, finding, default);
}
