using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Preparing;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;

namespace WitaLive.Tests.Browser;

/// <summary>Two applications with their chamber: one on the agenda of a meeting, read and asked about by its chair; one that waits.</summary>
internal static class SweptPreparation
{
    public static async Task<Guid> WriteAsync(IServiceProvider services, MeetingId meeting)
    {
        var waiting = await RoutedAsync(services, "Clothilde Ravinet", "85.07.30-041 20");
        var listed = await RoutedAsync(services, "Firmin Desbuquoit", "85.07.30-039 22");
        var secretary = Who.With(App.Access.Roles.Secretariat);
        Assert.Null(await services.GetRequiredService<AgendaPlanning>().AddFilesAsync(secretary, meeting, [listed], 10, default));
        Assert.Equal(FileState.Ready, (await services.GetRequiredService<FileReading>().ReadAsync(secretary, waiting, default))!.File.State);
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var chair = Who.With((await db.Persons.SingleAsync(p => p.Email == "aline.delvausart@example.org")).Id);
        Assert.Null(await services.GetRequiredService<PreparationDesk>().NoteAsync(chair, meeting, listed, "Le contrat de 2021 n’est pas signé.", default));
        Assert.Null(await services.GetRequiredService<PreparationDesk>().LeanAsync(chair, meeting, listed, "ordinary", default));
        Assert.Null(await services.GetRequiredService<QuestionDesk>().AskAsync(chair, meeting, listed, Guid.NewGuid(), "Le contrat de 2021 est-il signé ?", default));
        return listed.Value;
    }

    private static async Task<FileId> RoutedAsync(IServiceProvider services, string name, string number)
    {
        var (id, words) = (new PersonId(Guid.NewGuid()), name.Split(' '));
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        db.Add(Person.Applying(id, words[0], words[1], $"{id.Value:N}@example.org", "fr"));
        await db.SaveChangesAsync();
        var who = AnApplicant.Outside(id);
        await AnApplicant.FillAsync(services, who, number);
        var file = Assert.IsType<Result<FileId>.Ok>(await services.GetRequiredService<ApplicationDesk>().SubmitAsync(who, default)).Value;
        var (desk, secretary) = (services.GetRequiredService<FileDesk>(), Who.With(App.Access.Roles.Secretariat));
        Assert.Null(await desk.DoAsync(secretary, file, new DeclareComplete(), default));
        Assert.Equal([file], (await desk.RouteAsync(secretary, [file], default)).ToArray());
        return file;
    }
}
