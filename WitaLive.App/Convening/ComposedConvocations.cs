using WitaLive.App.Data;
using WitaLive.App.Mail;

namespace WitaLive.App.Convening;

/// <summary>Composed convocations with their letters.</summary>
public sealed record ComposedConvocations(IReadOnlyCollection<OutgoingMail> Mails, IReadOnlyCollection<Convocation> Rows)
{
    /// <summary>Writes them, within the transaction of the caller.</summary>
    public async Task WriteAsync(WitaLiveDb db, CancellationToken ct)
    {
        await ManyRows.AddAsync(db, Mails, ct); // a convocation refers to its mail
        await ManyRows.AddAsync(db, Rows, ct);
    }
}
