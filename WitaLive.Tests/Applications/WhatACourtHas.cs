using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

public class WhatACourtHas
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_noted_with_who_said_so_once_and_of_decided_files_alone(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (notes, decided, waiting) = (office.Get<CourtNotes>(), await AddAsync(office, FileState.Decided), await AddAsync(office, FileState.Ready));
        var (first, second) = await TwoAsync(office);
        var at = office.Clock.GetUtcNow();
        Assert.Equal(new(null, "", null), await notes.ReadAsync(Who.With(first.Id, Roles.Secretariat), decided, default));

        await notes.SayAsync(Who.With(first.Id, Roles.Secretariat), decided, isThere: true, default);
        await notes.SayAsync(Who.With(first.Id, Roles.Secretariat), waiting, isThere: true, default);
        office.Clock.Advance(TimeSpan.FromDays(2));
        await notes.SayAsync(Who.With(second.Id, Roles.Secretariat), decided, isThere: true, default); // said before

        Assert.Equal(new(new(2026, 11, 23), first.FullName, at), await notes.ReadAsync(PlanningOffice.Secretary, decided, default));
        Assert.Equal(new(null, "", null), await notes.ReadAsync(PlanningOffice.Secretary, waiting, default));
        await notes.SayAsync(Who.With(second.Id, Roles.Secretariat), decided, isThere: false, default);
        Assert.Equal(new(null, second.FullName, at.AddDays(2)), await notes.ReadAsync(PlanningOffice.Secretary, decided, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => notes.SayAsync(Who.With(first.Id), decided, isThere: true, default));
    }

    [Fact]
    public async Task Is_let_go_only_when_that_is_confirmed()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, (first, _)) = (await AddAsync(office, FileState.Decided), await TwoAsync(office));
        await using var page = await APage.OpenAsync<CourtPanel>(office, Who.With(first.Id, Roles.Secretariat), new() { ["File"] = file });

        await page.PressAsync("A court has this file");
        Assert.Contains($"Noted by: {first.FullName}, ", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("The court is done with it");
        Assert.NotNull((await office.Get<CourtNotes>().ReadAsync(PlanningOffice.Secretary, file, default)).Since); // it is asked first
        await page.PressAsync("The court is done with it", nth: 1);
        Assert.Contains($"No court has it any more. Noted by: {first.FullName}, ", await page.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<FileId> AddAsync(PlanningOffice office, FileState state)
    {
        var file = new ApplicationFile { Id = new(Guid.NewGuid()), Number = $"2026-{state}", Kind = "application", Applicant = "Ysaline Grosdent", Language = "fr", State = state };
        await office.DoAsync(db => db.Add(file));
        return file.Id;
    }

    private static async Task<(Person First, Person Second)> TwoAsync(PlanningOffice office)
    {
        var members = (await office.ChamberAsync()).Members.Take(2).ToList();
        return (members[0], members[1]);
    }
}
