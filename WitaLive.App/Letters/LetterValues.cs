using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>What the fields say about one meeting, in each language; made once, however many letters go out.</summary>
/// <param name="kinds">Of what kind the files of the agenda are.</param>
public sealed class LetterValues(
    PlannedMeeting meeting, ChamberOnDay chamber, IReadOnlyDictionary<FileId, string> kinds, (SiteAddress Site, Names Names) words, IStringLocalizer<LetterTexts> texts)
{
    private readonly Dictionary<string, Dictionary<string, string>> _made = [];

    /// <summary>A copy, to be added to.</summary>
    public Dictionary<string, string> In(string language)
    {
        if (!_made.TryGetValue(language, out var values))
            _made[language] = values = ReceiverLanguage.Run(language, Make);
        return new(values);
    }

    private Dictionary<string, string> Make() => new()
    {
        ["meeting.convocation"] = texts[meeting.SecondConvocation ? "ConvocationSecond" : "Convocation"],
        ["meeting.second"] = meeting.SecondConvocation ? texts["Second"] : "",
        ["meeting.title"] = ChamberTitles.Of(chamber, words.Names, Language.Current.Culture),
        ["meeting.day"] = meeting.StartsAt.ToLongDay(),
        ["meeting.date"] = meeting.StartsAt.ToShortDay(),
        ["meeting.start"] = meeting.StartsAt.ToTime(),
        ["meeting.end"] = meeting.StartsAt.AddMinutes(meeting.Minutes).ToTime(),
        ["meeting.mode"] = texts[$"Mode{meeting.Mode}"],
        ["meeting.place"] = meeting.Mode is MeetingMode.Online ? "" : meeting.Place,
        ["meeting.online"] = meeting.Mode is MeetingMode.OnSite ? "" : meeting.OnlineAddress ?? "",
        [LetterFields.Agenda] = Agenda(),
        ["meeting.files"] = texts["Files", meeting.Agenda.Count(line => line is { FileId: not null, ReferredAt: null })],
        ["meeting.page"] = words.Site.Of($"meetings/{meeting.Id.Value}").ToString(),
        ["meeting.room"] = words.Site.Of($"room/{meeting.Id.Value}").ToString(),
        ["proxy.page"] = words.Site.Of($"meetings/{meeting.Id.Value}/proxy").ToString(),
        ["partner.name"] = texts["YourPartner"],
        [LetterFields.SubstituteCalled] = texts["SubstituteCalled"],
        ["site.address"] = words.Site.Root.ToString(),
    };

    // Files only by their kind and how many there are; whose they are and what they are called by stands behind the sign-in.
    private string Agenda()
    {
        var lines = new List<string>();
        var ordered = meeting.Agenda.OrderBy(line => line.Position).ToList();
        for (int i = 0, count; i < ordered.Count; i += count)
        {
            var first = ordered[i];
            count = KindOf(first) is { } kind ? ordered.Skip(i).TakeWhile(line => KindOf(line) == kind && IsGone(line) == IsGone(first)).Count() : 1;
            var number = count == 1 ? $"{first.Position}" : $"{first.Position}–{ordered[i + count - 1].Position}";
            var said = KindOf(first) is { } kindOfAll ? texts[count == 1 ? "OneFile" : "SeveralFiles", words.Names.Of($"fileKind.{kindOfAll}"), count].Value : PlanWords.Title(first);
            lines.Add($"{number}\\. {MarkdownText.Escape(IsGone(first) ? texts["Gone", said] : said)}");
        }
        return string.Join('\n', lines);
    }

    // Evoked after the convocation was sent: it keeps its number, and the chamber does not deal with it.
    private static bool IsGone(AgendaLine line) => line.ReferredAt is not null;

    private string? KindOf(AgendaLine line) => line.FileId is { } file ? kinds.GetValueOrDefault(file, "") : null;
}
