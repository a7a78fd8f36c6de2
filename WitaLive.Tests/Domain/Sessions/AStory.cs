using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Sessions;

namespace WitaLive.Tests.Domain.Sessions;

/// <summary>A meeting told minute by minute from its printed start, and what its journal makes of it.</summary>
internal sealed class AStory
{
    private readonly List<MeetingEvent> _journal = [];

    public AStory(MeetingPlan? plan = null)
    {
        _journal.Add(new MeetingPrepared(plan ?? A.Restricted()) { At = A.Start.AddDays(-1) });
        Meeting = new Meeting().Apply(_journal[0]);
    }

    public Meeting Meeting { get; private set; }

    public IReadOnlyList<MeetingEvent> Journal => _journal;

    public Session? Session => Session.Of(new(Guid.Empty), _journal);

    public AStory At(double minute, MeetingCommand command, Actor? by = null)
    {
        var events = Meeting.Events(command, by ?? Meeting.TheChair(), A.Start.AddMinutes(minute));
        _journal.AddRange(events);
        Meeting = events.Aggregate(Meeting, (meeting, happened) => meeting.Apply(happened));
        return this;
    }

    public AStory In(double minute, params PersonId[] people) =>
        people.Aggregate(this, (story, person) => story.At(minute, new SignIn(person, AttendanceMode.OnSite), A.By(person)));

    public AStory Out(double minute, params PersonId[] people) =>
        people.Aggregate(this, (story, person) => story.At(minute, new SignOut(person), A.By(person)));

    /// <summary>The effective members of these seats from the printed start, the meeting opened then.</summary>
    public AStory Opened(params int[] seats) => In(0, [.. seats.Select(A.Person)]).At(0, new OpenMeeting());

    public AStory Closed(double minute) => At(minute, new CloseMeeting("fini"));
}
