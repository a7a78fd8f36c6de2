using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Start;

namespace WitaLive.App.Evocation;

/// <summary>Leads those who have the right to the meetings of others, and a chair to the requests that wait.</summary>
internal sealed class EvocationTask(EvocationReading reading, IStringLocalizer<EvocationTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct)
    {
        var tasks = new List<StartTask>();
        if (await reading.ListAsync(me.Principal, ct) is { } others)
            tasks.Add(new("meetings/others", texts["TaskOthers", others.Length]));
        foreach (var meeting in await reading.WaitingAsync(me.Principal, ct))
            tasks.Add(new($"meetings/{meeting.Value}", texts["TaskDecide"], IsUrgent: true));
        return tasks;
    }
}
