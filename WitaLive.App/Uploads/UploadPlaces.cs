using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Assistance;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;

namespace WitaLive.App.Uploads;

/// <summary>Where a file goes once it is whole, and who may send one there.</summary>
public sealed class UploadPlaces(ProofDesk proofs, PaperDesk papers, AssistanceDesk assistance)
{
    /// <summary>As whom the sender acts.</summary>
    /// <exception cref="UnauthorizedAccessException">They may not send this there (any more).</exception>
    public async Task<ClaimsPrincipal> DemandAsync(ClaimsPrincipal who, UploadKind kind, PersonId? whose, CancellationToken ct)
    {
        Policies.Demand(who, kind is UploadKind.Paper ? Policies.Secretariat : Policies.Account);
        if (whose is not { } person || person == SignedInPerson.Of(who)!.Id)
            return who;
        return (await assistance.ActForAsync(who, person, ct))?.Acts ?? throw new UnauthorizedAccessException("Nobody fills in for this person.");
    }

    /// <summary>Looks at its content and puts it where it belongs. Done twice, it is there once.</summary>
    /// <param name="acts">As <see cref="DemandAsync"/> says.</param>
    public async Task<Refusal?> PutAsync(ClaimsPrincipal acts, Upload upload, Stream content, CancellationToken ct)
    {
        Policies.Demand(acts, Policies.Account);
        return upload.Kind switch
        {
            UploadKind.Proof => await proofs.AddAsync(acts, upload.About, upload.Name, content, ct, upload.Id),
            UploadKind.Answer => await proofs.KeepAsync(acts, upload.Name, content, ct, upload.Id) is Result<WitaLive.Domain.Applications.Proof>.Refused(var why) ? why : null,
            UploadKind.Paper => await papers.AddAsync(acts, new MeetingId(upload.Meeting!.Value), new ItemId(upload.About!.Value), upload.Name, content, ct, upload.Id),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
