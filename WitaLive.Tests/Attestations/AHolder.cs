using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.Tests.Attestations;

/// <summary>Somebody with an attestation, without the meeting that granted it.</summary>
internal static class AHolder
{
    public static Attestation Of(PersonId? holder, string type, DateOnly from, DateOnly until, string number = "2021-A-000001", string name = "Ysaline Grosdent", string? address = null, DateOnly? decided = null) => new()
    {
        Id = Guid.CreateVersion7(), FileId = new(Guid.NewGuid()), Number = number, Code = CheckCode.New(), HolderId = holder, Holder = name,
        Type = type, Address = address, DecidedOn = decided ?? from, From = from, Until = until,
    };

    public static Attestation AddHeld(this WitaLiveDb db, Attestation attestation)
    {
        db.Add(attestation);
        return attestation;
    }
}
