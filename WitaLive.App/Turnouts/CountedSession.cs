using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Turnouts;

/// <summary>What figures count of a meeting whose journal is gone: which seats were filled, and what it wanted when it failed. It names nobody.</summary>
public sealed class CountedSession
{
    public required MeetingId MeetingId { get; init; }

    /// <summary>A <see cref="Session"/> without persons.</summary>
    public required string Payload { get; init; }

    public Session Read() => JsonSerializer.Deserialize<Session>(Payload)!;

    public static CountedSession Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new() { MeetingId = session.Meeting, Payload = JsonSerializer.Serialize(session.WithoutPersons()) };
    }
}

internal sealed class CountedSessionConfiguration : IEntityTypeConfiguration<CountedSession>
{
    public void Configure(EntityTypeBuilder<CountedSession> session)
    {
        session.ToTable("counted_sessions");
        session.HasKey(s => s.MeetingId);
        session.Property(s => s.MeetingId).ValueGeneratedNever();
        session.Property(s => s.Payload);
    }
}
