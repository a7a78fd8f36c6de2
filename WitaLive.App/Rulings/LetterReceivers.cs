using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Profiles;

namespace WitaLive.App.Rulings;

/// <summary>What is known, besides the name, of whom a letter is written to.</summary>
internal static class LetterReceivers
{
    /// <summary>As it stands on the letter; where none does, as the person has given it since. Empty when nobody knows one.</summary>
    public static async Task<string> AddressAsync(WitaLiveDb db, Ruling ruling, CancellationToken ct) =>
        ruling.Facts.Case.Address is { Length: > 0 } written ? written : await RulingDrafts.AddressAsync(db, await FileAsync(db, ruling, ct), ct);

    /// <summary>The last digits of the national number, as they came in; else as the person has given them since. Empty when nobody knows them.</summary>
    public static async Task<string> LastTwoAsync(WitaLiveDb db, Ruling ruling, CancellationToken ct) =>
        await db.Set<FileSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.FileId == ruling.FileId, ct) is { } snapshot && Submission.Of(snapshot).LastTwo is { Length: > 0 } sentIn ? sentIn
        : (await FileAsync(db, ruling, ct)).ApplicantId is { } person ? (await ProfileDesk.SheetAsync(db, person, ct)).NumberEnd
        : "";

    /// <summary>Whether nothing tells the receiver from a namesake, who could get the letter in an eBox.</summary>
    public static async Task<bool> IsOnlyNamedAsync(WitaLiveDb db, Ruling ruling, CancellationToken ct) =>
        await AddressAsync(db, ruling, ct) is "" && await LastTwoAsync(db, ruling, ct) is "";

    private static Task<ApplicationFile> FileAsync(WitaLiveDb db, Ruling ruling, CancellationToken ct) => db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == ruling.FileId, ct);
}
