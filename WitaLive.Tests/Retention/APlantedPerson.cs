using System.Security.Claims;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Amateurs;
using WitaLive.App.Applications;
using WitaLive.App.Assistance;
using WitaLive.App.Bounces;
using WitaLive.App.Conflicts;
using WitaLive.App.Evocation;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Messages;
using WitaLive.App.Papers;
using WitaLive.App.Preparing;
using WitaLive.App.Profiles;
using WitaLive.App.Reports;
using WitaLive.App.Rulings;
using WitaLive.App.Uploads;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Retention;

/// <summary>Somebody who leaves one word of their own in every place that takes one.</summary>
internal sealed record APlantedPerson(PlanningOffice Office, string Word, PersonId Id, ClaimsPrincipal Who, FileId File)
{
    public string Address => $"{Word}@example.org";

    public static async Task<APlantedPerson> ArriveAsync(PlanningOffice office, string word, string number)
    {
        var person = Person.Applying(new(Guid.NewGuid()), $"{word}given", $"{word}family", $"{word}@example.org", "fr");
        var account = Account.Of(person);
        account.LastUsedOn = new(2026, 11, 23);
        await office.DoAsync(db => { db.Add(person); db.Add(account); });
        var who = AnApplicant.Outside(person.Id);
        await FillAsync(office, who, word, number);
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Value;
        var planted = new APlantedPerson(office, word, person.Id, who, file);
        await planted.AnswerAsync();
        return planted;
    }

    /// <summary>The file on its agenda, with all that may stand beside it.</summary>
    public async Task WriteInAsync(MeetingId meeting, ItemId item, PersonId member)
    {
        Assert.Null(await Office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, meeting, item, $"{Word}.pdf", Pdf(Word), default));
        var now = Office.Clock.GetUtcNow();
        var declined = new ReportLoan { MeetingId = meeting, FileId = File, ReportOf = meeting, AskedBy = member, AskedAt = now };
        declined.Decline(member, now, Word);
        var before = declined.AskAgain(member, now);
        declined.Decline(member, now, Word);
        await Office.DoAsync(db =>
        {
            db.Add(declined);
            db.Add(before);
            db.Add(new PossibleConflict { MeetingId = meeting, ItemId = item, PersonId = member, Kind = TieKind.Name, Words = Word, FoundAt = now });
            db.Add(new EvocationRequest { MeetingId = meeting, ItemId = item, AskedBy = member, Reason = Word, AskedAt = now });
            db.Add(new MemberQuestion { Id = Guid.NewGuid(), MeetingId = meeting, FileId = File, AskedBy = member, AskedAt = now, Text = Word, Answer = Word });
            db.Add(new FilePreparation { MeetingId = meeting, FileId = File, ReaderId = member, Sealed = Word });
            db.Add(new FileOpening { FileId = File, ReaderId = member, Day = new(2026, 12, 1), At = now, ForMeeting = true });
            db.Add(new ReportPart { MeetingId = meeting, Place = item.Value, Language = "fr", Version = 1, Text = Word, WrittenBy = member, WrittenAt = now });
        });
    }

    /// <summary>A letter on disk and in the eBox, as if it had been printed; and mails that have gone.</summary>
    public async Task ArePostedAsync(Guid ruling)
    {
        var paper = (Result<App.Meetings.Paper>.Ok)await Office.Get<PaperFiles>().KeepAsync($"{Word}.pdf", Pdf(Word), default);
        Office.Ebox.Letters.Add(new(ruling, Word, Word, Word, "28", "fr", Word));
        await using var db = Office.Databases.CreateDbContext();
        await db.Set<Ruling>().Where(r => r.Id == ruling).ExecuteUpdateAsync(set => set.SetProperty(r => r.PaperId, paper.Value.Id));
        await db.Set<RulingDelivery>().Where(d => d.RulingId == ruling).ExecuteUpdateAsync(set => set.SetProperty(d => d.PostedTo, Word));
        var mails = Directory.CreateDirectory(Path.Combine(Office.DataFolder, "mail")).FullName;
        var now = Office.Clock.GetUtcNow();
        foreach (var mail in await db.Set<OutgoingMail>().Where(m => m.PersonId == Id).ToListAsync())
            await System.IO.File.WriteAllTextAsync(Path.Combine(mails, $"20270101T080000Z-{mail.Id}.eml"), Word);
        await db.Set<OutgoingMail>().ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now));
    }

    private static async Task FillAsync(PlanningOffice office, ClaimsPrincipal who, string word, string number)
    {
        var (me, profiles, proofs) = (SignedInPerson.Of(who)!.Id, office.Get<ProfileDesk>(), office.Get<ProofDesk>());
        var activity = AnApplicant.Painting with { Id = new(Guid.NewGuid()), Function = $"{word}a", Contribution = $"{word}b", Project = $"{word}c", Principal = $"{word}d", Unseen = $"{word}e" };
        var line = AnApplicant.Sale(2025, 6000) with { Activity = activity.Id, Work = $"{word}f" };
        Assert.Null(await profiles.SetContactAsync(who, new("+32 470 00 00 00", ""), new($"{word}g 3, 1000 Bruxelles", ""), default));
        Assert.Null(await profiles.SetNationalNumberAsync(who, number, default));
        Assert.Null(await profiles.ChangeAsync(who, profile => profile with
        {
            Background = profile.Background with { Presentation = $"{word}h", Training = $"{word}i", Links = $"https://example.org/{word}j" }, Activities = [activity], Incomes = [line],
        }, default));
        Assert.Null(await proofs.AddAsync(who, line.Id.Value, $"{word}k.pdf", Pdf(word), default));
        await office.DoAsync(db =>
        {
            db.Add(new AssistedEntry { PersonId = me, AgentId = new(Guid.NewGuid()), Day = new(2026, 11, 23), At = office.Clock.GetUtcNow() });
            db.Add(new AmateurRegistration { Id = Guid.NewGuid(), Number = $"{word}-1", PersonId = me, Name = word, Role = AmateurRole.Performer, Language = "fr", RegisteredOn = new(2026, 11, 23) });
            db.Add(new StoredAmateurDay { Id = Guid.NewGuid(), PersonId = me, Day = new(2026, 11, 23), Contractor = word, Indemnity = 10, Travel = 0 });
            db.Add(new AddressBounce { Address = $"{word}@example.org", Status = "5.1.1", Diagnostic = word, At = office.Clock.GetUtcNow() });
            db.Add(new Upload { Id = Guid.NewGuid(), SenderId = me, OwnerId = me, Kind = UploadKind.Proof, Name = word, Size = 10, Stamp = 1 }.At(office.Clock.GetUtcNow().AddYears(100)));
        });
    }

    private async Task AnswerAsync()
    {
        var (files, proofs, messages, point) = (Office.Get<FileDesk>(), Office.Get<ProofDesk>(), Office.Get<MessageDesk>(), new Point(new(Guid.NewGuid()), $"{Word}l"));
        Assert.Null(await AnApplicant.DoAsync(Office, File, new RequestInformation([point])));
        var proof = Assert.IsType<Result<Proof>.Ok>(await proofs.KeepAsync(Who, $"{Word}m.pdf", Pdf(Word), default)).Value;
        Assert.Null(await files.DoOwnAsync(Who, File, new AnswerPoint(point.Id, $"{Word}n", [proof]), default));
        Assert.Null(await files.NoteAsync(PlanningOffice.Secretary, File, Guid.NewGuid(), $"{Word}o", default));
        Assert.Null(await messages.SendOwnAsync(Who, File, new(Guid.NewGuid(), $"{Word}p"), default));
        Assert.Null(await messages.SendAsync(PlanningOffice.Secretary, File, new(Guid.NewGuid(), $"{Word}q"), [], default));
        Assert.Null(await AnApplicant.DoAsync(Office, File, new DeclareComplete()));
    }

    private static MemoryStream Pdf(string word) => new(Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj\n({word})\n%%EOF\n"));
}
