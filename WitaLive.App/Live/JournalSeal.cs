using System.Security.Cryptography;
using System.Text;
using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>
/// What binds the events of a meeting to each other. Each is stored with a digest of itself and of the seal before it: whoever changes, drops, adds or swaps
/// one in the database breaks every seal from there on. Whoever makes all of them anew ends on another fingerprint than the one that members have by mail.
/// </summary>
/// <param name="Prints">The fingerprints by sequence number, from 0: 128 bits of the seal, as eight groups of four hexadecimal digits; null where none is stored, or not the right one.</param>
/// <param name="BrokenAt">The first sequence number that does not follow from what stands before it; null while all do.</param>
public sealed record JournalSeal(ImmutableArray<string?> Prints, int? BrokenAt)
{
    private const int Group = 4;
    private const int Digits = 32;

    /// <summary>Of the last event; null for a journal that is broken, empty, or from before there were seals.</summary>
    public string? Print => BrokenAt is null && Prints is [.., var last] ? last : null;

    /// <summary>The seal of an event.</summary>
    /// <param name="before">That of the event before it; null for the first one, and for the first one after those that were written before there were seals.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(string? before, MeetingId meeting, int sequence, string payload) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{meeting.Value:N}\n{sequence}\n{payload}")));

    private static string PrintOf(string seal) => string.Join(' ', seal[..Digits].Chunk(Group).Select(group => new string(group)));

    /// <summary>Looks at a journal while somebody reads it from its first event on.</summary>
    public sealed class Reading(MeetingId meeting)
    {
        private readonly List<string?> _prints = [];
        private string? _before;
        private int? _brokenAt;

        public JournalSeal Result => new([.. _prints], _brokenAt);

        public void Add(int sequence, string payload, string? seal)
        {
            if (sequence != _prints.Count || (seal is null ? _before is not null : seal != Of(_before, meeting, sequence, payload)))
                _brokenAt ??= _prints.Count;
            _prints.Add(_brokenAt is null && seal is not null ? PrintOf(seal) : null);
            _before = seal;
        }
    }
}
