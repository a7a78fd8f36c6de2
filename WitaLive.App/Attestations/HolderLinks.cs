using Microsoft.EntityFrameworkCore;
using WitaLive.App.Bodies;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Attestations;

/// <summary>Knows with whose account an attestation goes that came over with an address.</summary>
public sealed class HolderLinks(FileJournal journal)
{
    /// <summary>Whether a holder's name can be this person's: the words of one are among those of the other. A letter box may be shared, an attestation is not.</summary>
    internal static bool IsNamed(string person, string holder)
    {
        var (one, other) = (Words(person), Words(holder));
        return one.Count > 1 && other.Count > 1 && (one.IsSubsetOf(other) || other.IsSubsetOf(one));
    }

    /// <summary>Whose these addresses are. Who only typed one, and has not entered by the link that was mailed to it, is nobody yet.</summary>
    internal static async Task<Dictionary<string, Person>> OfAddressesAsync(WitaLiveDb db, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        if (addresses.Count == 0)
            return [];
        var known = await db.Persons.AsNoTracking().Where(p => addresses.Contains(p.Email)).ToListAsync(ct);
        var ids = known.ConvertAll(p => p.Id.Value);
        var unproven = (await db.Users.Where(a => ids.Contains(a.Id) && a.PasswordHash == null && a.InvitedAt != null).Select(a => a.Id).ToListAsync(ct)).ToHashSet();
        return known.Where(p => !unproven.Contains(p.Id.Value)).ToDictionary(p => p.Email);
    }

    /// <summary>Gives somebody who has shown that an address is theirs what came over with it, who asked about that, and the measures sought against it. The caller saves.</summary>
    internal async Task LinkAsync(WitaLiveDb db, Person person, CancellationToken ct)
    {
        var theirs = await db.Set<Attestation>().Where(a => a.HolderId == null && a.DiedOn == null && a.Address == person.Email).ToListAsync(ct);
        theirs.RemoveAll(attestation => !IsNamed(person.FullName, attestation.Holder));
        if (theirs.Count == 0)
            return;
        theirs.ForEach(attestation => (attestation.HolderId, attestation.Address) = (person.Id, null));
        var ids = theirs.ConvertAll(attestation => attestation.Id);
        foreach (var asked in await db.Set<Consultation>().Where(c => c.HolderId == null && c.AttestationId != null && ids.Contains(c.AttestationId.Value)).ToListAsync(ct))
            asked.HolderId = person.Id;
        foreach (var file in await db.Set<ApplicationFile>().Where(f => f.ApplicantId == null && f.SubjectId != null && ids.Contains(f.SubjectId.Value)).ToListAsync(ct))
        {
            file.ApplicantId = person.Id;
            if (file.IsOpen || await FileJournal.IsStillAtMeetingAsync(db, file, ct))
                await journal.AddAsync(db, file, new FindAccount(), null, ct);
        }
    }

    private static HashSet<string> Words(string name) => [.. SearchText.Fold(name).Split((char[])[' ', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)];
}
