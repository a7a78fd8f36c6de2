using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Preparing;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;

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
        Assert.Null(await services.GetRequiredService<PreparationDesk>().NoteAsync(chair, meeting, listed, new("Le contrat de 2021 n’est pas signé.", ""), default));
        Assert.Null(await services.GetRequiredService<PreparationDesk>().LeanAsync(chair, meeting, listed, "ordinary", default));
        Assert.Null(await services.GetRequiredService<QuestionDesk>().AskAsync(chair, meeting, listed, Guid.NewGuid(), "Le contrat de 2021 est-il signé ?", default));
        return listed.Value;
    }

    /// <returns>A request for a measure on the agenda of a meeting, and one whose invitation waits to be posted; nobody of them has an account.</returns>
    public static async Task<(Guid Heard, Guid ByLetter)> WriteMeasuresAsync(IServiceProvider services, MeetingId meeting)
    {
        var (desk, secretary) = (services.GetRequiredService<MeasureDesk>(), Who.With(App.Access.Roles.Secretariat));
        var (heard, waiting) = (await AskedAsync(services, "Eudes Lamberfosse", "2023-A-000007"), await AskedAsync(services, "Sidonie Ghislart", "2023-A-000008"));
        Assert.Null(await desk.DoAsync(secretary, heard, new ForgoHearing("Le contrat existe ; en voici la date."), default));
        Assert.Equal([heard], (await services.GetRequiredService<FileDesk>().RouteAsync(secretary, [heard], default)).ToArray());
        Assert.Null(await services.GetRequiredService<AgendaPlanning>().AddFilesAsync(secretary, meeting, [heard], 20, default));
        return (heard.Value, waiting.Value);
    }

    private static async Task<FileId> AskedAsync(IServiceProvider services, string holder, string number)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var today = services.GetRequiredService<MeasureRights>().Today;
        var attestation = db.AddHeld(AHolder.Of(null, "ordinary", today.AddYears(-3), today.AddYears(2), number, holder));
        await db.SaveChangesAsync();
        var sought = new MeasureSought(FileKind.Suspension, "onss", "abuse", "Des contrats dont le signataire dit ne rien savoir.", today) { Address = "Rue des Absents 7\n5000 Namur" };
        return Assert.IsType<Result<FileId>.Ok>(await services.GetRequiredService<MeasureRequests>().RequestAsync(Who.With(App.Access.Roles.Secretariat), attestation.Id, sought, "fr", default)).Value;
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
