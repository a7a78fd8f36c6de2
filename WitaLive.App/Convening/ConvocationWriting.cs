using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;

namespace WitaLive.App.Convening;

/// <summary>Begins to tell people of one meeting.</summary>
public sealed class ConvocationWriting(LetterWriting letters, SiteAddress site, ProxyEnding proxies)
{
    /// <summary>For what a change of the meeting ends.</summary>
    internal ProxyEnding Proxies => proxies;

    /// <summary>Within a transaction of the caller, who saves with the act itself.</summary>
    public async Task<ConvocationRows> ForAsync(WitaLiveDb db, PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People) around, CancellationToken ct) =>
        new(db, meeting.Id, await letters.ForAsync(db, meeting, around, ct), site);
}
