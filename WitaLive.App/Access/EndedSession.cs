using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WitaLive.App.Access;

/// <summary>A browser's session that was signed out before its cookie ran out: neither a copy of the cookie nor a page still open acts on.</summary>
public sealed class EndedSession
{
    /// <summary>What the cookie carries as <see cref="SignedInPerson.SessionClaim"/>.</summary>
    public required string Id { get; init; }

    /// <summary>From then on no cookie of it is good any more, and this row is not needed.</summary>
    public required DateTimeOffset Until { get; init; }
}

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> session)
    {
        session.ToTable("ended_sessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Id).HasMaxLength(32);
        session.Property(s => s.Until);
    }
}
