using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Interpretation;

/// <summary>Tells jurists that somebody asks, and who asked that there is an answer: the question in one line, which names nobody, and a link.</summary>
public sealed class InterpretationMails(MailFrame frame, SiteAddress site, IStringLocalizer<InterpretationTexts> texts)
{
    public const string Purpose = "interpretation";

    internal async Task AddAskedAsync(WitaLiveDb db, InterpretationQuestion question, CancellationToken ct)
    {
        var role = Roles.All.First(r => r.Name == Roles.Jurist).Id;
        var jurists = (await db.UserRoles.AsNoTracking().Where(r => r.RoleId == role).Select(r => r.UserId).ToListAsync(ct)).ConvertAll(id => new PersonId(id));
        foreach (var person in await db.Persons.AsNoTracking().Where(p => p.IsActive && jurists.Contains(p.Id)).ToListAsync(ct))
            Add(db, person, question, "Asked", question.AskedAt);
    }

    internal async Task AddAnsweredAsync(WitaLiveDb db, InterpretationQuestion question, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == question.AskedBy && p.IsActive, ct) is { } person)
            Add(db, person, question, "Answered", question.AnsweredAt!.Value);
    }

    private void Add(WitaLiveDb db, Person to, InterpretationQuestion question, string key, DateTimeOffset at) => Outbox.Add(db, ReceiverLanguage.Run(to.Language, () => new OutgoingMail
    {
        ToAddress = to.Email,
        ToName = to.FullName,
        Language = to.Language,
        Subject = texts[$"Mail{key}Subject", WritingDirection.SetApart(question.Title)].Value,
        Text = frame.Write(to.Language, to.FullName, () => texts[$"Mail{key}Text", WritingDirection.SetApart(question.Title), site.Of($"interpretation/{question.Id}")].Value),
        Purpose = Purpose,
        CreatedAt = at,
        PersonId = to.Id,
    }));
}
