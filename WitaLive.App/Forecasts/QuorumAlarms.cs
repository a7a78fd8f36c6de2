using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Forecasts;

/// <summary>Writes to the planner whom to call, and to those on whom it hangs, each in their language.</summary>
public sealed class QuorumAlarms(ConvocationWriting writing, ForecastWords words, Names names)
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="fresh">The dangers that nobody was told of: those concerned by an older one are not written to again.</param>
    public async Task WriteAsync(WitaLiveDb db, PlannedMeeting meeting, MeetingForecast forecast, IReadOnlyCollection<string> fresh, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await writing.ForAsync(db, meeting, (forecast.Chamber, forecast.People), ct);
        foreach (var planner in await Planners.OfAsync(db, meeting, forecast.People.Secretariat, ct))
            rows.Send(planner, LetterKind.QuorumAlarm, now, [.. ReceiverLanguage.Run(planner.Language, () => new[]
            {
                (LetterFields.Lacking, words.Lacking(forecast.Quorum)),
                (LetterFields.Calls, CallsOf(forecast)),
            })]);

        var told = (await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == meeting.Id).ToListAsync(ct)).ToLookup(c => c.PersonId);
        var inVain = forecast.Calls.Where(call => call.AwayHolder is not null).SelectMany(call => call.Seat.Duo.Select(p => (p.Id, call.AwayHolder))).ToLookup(p => p.Id, p => p.AwayHolder);
        foreach (var person in Concerned(forecast, fresh).Where(ConvocationRows.IsReachable))
        {
            var mine = told[person.Id].ToList();
            var row = new Convocation
            {
                MeetingId = meeting.Id, PersonId = person.Id, Kind = ConvocationKind.QuorumCall, CreatedAt = now, Number = mine.Count(c => c.Kind is ConvocationKind.QuorumCall) + 1,
            };
            var mayAnswer = mine.Any(c => c.Kind is ConvocationKind.Invitation);
            var said = ReceiverLanguage.Run(person.Language, () => new[]
            {
                (LetterFields.Lacking, words.Lacking(forecast.Quorum)),
                (LetterFields.NotConvened, mayAnswer ? "" : words.NotConvened),
                (LetterFields.Proxy, words.ProxyOf(inVain[person.Id].FirstOrDefault())),
            });
            await rows.AddCallAsync(row, person, mayAnswer, said, ct);
        }
    }

    // Both of every duo from which nobody comes yet, in the blocs in danger; and whoever may preside, when nobody does.
    private static IEnumerable<Person> Concerned(MeetingForecast forecast, IReadOnlyCollection<string> fresh) => forecast.CallsFor(fresh).SelectMany(call => call.Seat.Duo)
        .Concat(fresh.Contains(MeetingForecast.ChairDanger)
            ? forecast.People.Presiders.Select(p => p.Person).Where(p => forecast.People.Jurists.All(j => j.Id != p.Id))
            : [])
        .DistinctBy(p => p.Id);

    private string CallsOf(MeetingForecast forecast)
    {
        var calls = forecast.CallsFor(forecast.Dangers).Select(call => $"- {MarkdownText.Escape(LineOf(call))}").ToList();
        return calls.Count > 0 ? string.Join('\n', calls) : words.NobodyLeft;
    }

    private string LineOf(SeatToCall call) =>
        $"{string.Join(", ", call.Who.Select(w => w.Person.Telephone is { } number ? $"{w.Person.FullName} ({number})" : w.Person.FullName))} · {names.Of(call.Seat.Group)} · {words.Of(call)}";
}
