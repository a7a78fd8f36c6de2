using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Answers;

/// <summary>A convened meeting of restricted chamber 1 (FR), and what its people find in their mail.</summary>
internal sealed class ConvenedMeeting : IAsyncDisposable
{
    private ConvenedMeeting(PlanningOffice office, MeetingId id, MeetingPeople people) => (Office, Id, People) = (office, id, people);

    public PlanningOffice Office { get; }

    public MeetingId Id { get; }

    public MeetingPeople People { get; }

    /// <summary>A seat whose two are nobody's chair.</summary>
    public SeatOnDay Seat => People.Seats.First(s => s is { Votes: true, Effective: not null, Substitute: not null } && s.Duo.All(p => People.Presiders.All(r => r.Person.Id != p.Id)));

    public PersonId Effective => Seat.Effective!.Id;

    public PersonId Substitute => Seat.Substitute!.Id;

    public static async Task<ConvenedMeeting> OnAsync(Engine engine, Action<MeetingForm>? change = null)
    {
        var office = await PlanningOffice.OnAsync(engine);
        var id = await office.PlanAsync(change: change);
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        return new(office, id, (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.People);
    }

    /// <summary>The mails to someone, the newest last.</summary>
    public async Task<List<OutgoingMail>> MailsToAsync(PersonId person)
    {
        await using var db = Office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.MeetingId == Id && m.PersonId == person).OrderBy(m => m.CreatedAt).ToListAsync();
    }

    /// <summary>What stands behind «key=» in the newest mail to someone that has such a link.</summary>
    public async Task<string> KeyAsync(PersonId person) =>
        (await MailsToAsync(person)).Last(m => m.Text.Contains("answer?key=", StringComparison.Ordinal)).Text.Split("answer?key=")[1].Split('&')[0];

    public async Task<Refusal?> ByLinkAsync(PersonId person, AnswerKind kind, string? reason = null) =>
        await Office.Get<AnswerLinks>().AnswerAsync(await KeyAsync(person), kind, reason, default);

    public Task<Refusal?> OnSiteAsync(PersonId person, AnswerKind kind, string? reason = null) =>
        Office.Get<AnswerDesk>().AnswerAsync(Who.With(person), Id, kind, reason, default);

    /// <summary>Moves it, a minute after whatever was answered last.</summary>
    public async Task MoveAsync(string day, string hour = "14:00")
    {
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        var planned = await Office.ReadAsync(Id);
        var form = MeetingForm.Of(planned);
        (form.Day, form.Hour) = (day, hour);
        Assert.Empty(await Office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, Id, MeetingFacts.Of(planned), form, default));
    }

    public async Task<List<GivenAnswer>> AnswersAsync(PersonId person)
    {
        await using var db = Office.Databases.CreateDbContext();
        return await db.Set<GivenAnswer>().AsNoTracking().Where(a => a.MeetingId == Id && a.PersonId == person).OrderBy(a => a.Number).ToListAsync();
    }

    /// <summary>All letters of one kind, known by their subjects in the language of each receiver.</summary>
    public async Task<int> CountAsync(string french, string dutch) =>
        (await Office.MailsAsync(Id)).Count(m => m.Subject.StartsWith(m.Language == "nl" ? dutch : french, StringComparison.Ordinal));

    /// <summary>A kind of letter with one more sentence in it, in one language.</summary>
    public Task<Refusal?> RewriteAsync(LetterKind kind, string language, string body) =>
        Office.Get<LetterDesk>().SaveAsync(PlanningOffice.Secretary, kind, language, 0, Office.Get<ShippedLetters>()[kind, language].Subject, body, default);

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
