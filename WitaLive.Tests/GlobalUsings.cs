global using System.Collections.Immutable;
global using System.Globalization;
global using Xunit;
global using Outcome = WitaLive.Domain.Result<System.Collections.Immutable.ImmutableArray<WitaLive.Domain.Meetings.MeetingEvent>>;
