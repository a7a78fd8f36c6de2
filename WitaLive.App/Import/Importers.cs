using System.Security.Claims;
using WitaLive.Domain;

namespace WitaLive.App.Import;

/// <summary>How a sheet of each kind is checked and taken over.</summary>
public sealed class Importers(MemberImport members, AgendaImport agenda, ApplicationImport applications, TransitionalImport transitional)
{
    public Task<Result<ImportPreview>> CheckAsync(ImportKind kind, ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) => kind switch
    {
        ImportKind.Members => members.CheckAsync(by, file, progress, ct),
        ImportKind.Agenda => agenda.CheckAsync(by, file, progress, ct),
        ImportKind.Transitional => transitional.CheckAsync(by, file, progress, ct),
        _ => applications.CheckAsync(by, file, progress, ct),
    };

    /// <param name="onlySound">Leave out what has a fault, where a kind allows it.</param>
    public Task<Result<ImportPreview>> CarryOutAsync(ImportKind kind, bool onlySound, ClaimsPrincipal by, Stream file, IProgress<ImportProgress>? progress, CancellationToken ct) => kind switch
    {
        ImportKind.Members => members.CarryOutAsync(by, file, progress, ct),
        ImportKind.Agenda => agenda.CarryOutAsync(by, file, progress, ct),
        ImportKind.Transitional => transitional.CarryOutAsync(by, file, progress, ct),
        _ when onlySound => applications.CarryOutSoundAsync(by, file, progress, ct),
        _ => applications.CarryOutAsync(by, file, progress, ct),
    };
}
