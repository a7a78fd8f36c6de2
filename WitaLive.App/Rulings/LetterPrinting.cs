using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Printing;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>Prints letters, and keeps the print of those that were sent.</summary>
public sealed class LetterPrinting(PaperPrinter printer, PaperFiles papers)
{
    public bool IsThere => printer.IsThere;

    /// <summary>The letter as it was printed when it was sent; printed anew before, or where it was not. Null where nothing prints.</summary>
    public async Task<Stream?> PrintAsync(RulingDocument letter, Guid? paper, CancellationToken ct) =>
        (paper is { } kept ? papers.Open(kept) : null) ?? (printer.IsThere ? await PrintAsync(letter, ct) : null);

    /// <returns>The kept print; null where nothing prints.</returns>
    public async Task<Guid?> KeepAsync(string name, RulingDocument letter, CancellationToken ct)
    {
        if (!printer.IsThere)
            return null;
        await using var printed = await PrintAsync(letter, ct);
        return await papers.KeepAsync(name, printed, ct) is Result<Paper>.Ok(var paper) ? paper.Id : null;
    }

    public void Forget(Guid? paper)
    {
        if (paper is { } kept)
            papers.Remove(kept);
    }

    private Task<Stream> PrintAsync(RulingDocument letter, CancellationToken ct) => printer.PrintAsync<RulingPaper>(new() { [nameof(RulingPaper.Document)] = letter }, ct);
}
