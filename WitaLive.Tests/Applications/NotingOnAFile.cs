using WitaLive.App.Files;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

public class NotingOnAFile
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Has_one_note_however_often_one_clicks(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var (desk, key) = (office.Get<FileDesk>(), Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.NoteAsync(PlanningOffice.Secretary, file, key, "Rappeler jeudi.", default))));
        Assert.All(answers, Assert.Null);
        Assert.Null(await desk.NoteAsync(PlanningOffice.Secretary, file, Guid.NewGuid(), "Rappeler jeudi.", default)); // another one that says the same

        var sheet = await AnApplicant.ReadAsync(office, file);
        Assert.Equal(2, (await office.Get<FileReading>().BackgroundAsync(PlanningOffice.Secretary, sheet.File, default)).Notes.Length);
    }
}
