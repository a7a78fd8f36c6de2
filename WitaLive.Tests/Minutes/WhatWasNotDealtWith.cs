using WitaLive.App.Access;
using WitaLive.App.Minutes;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

/// <summary>What a report does not say, for it did not happen: that somebody sat for a file that only left a block, that a proposed item has a number.</summary>
public class WhatWasNotDealtWith
{
    [Fact]
    public async Task A_file_that_a_recusal_took_out_of_a_block_and_nobody_called_had_nobody_sitting_for_it()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await OpenAsync(report);
        await report.OpenBallotAsync(1, [1, 2, 3], "plus");

        await report.DoAsync(new Recuse(A.Item(2), A.Person(2)), A.By(2));

        Assert.Contains(A.Item(2), report.Meeting.Ballot!.TakenOut);
        Assert.Null(Assert.Single((await ReadAsync(report)).Recusals).Then);
        await report.VoteAsync("for", 1, 2, 3, 4, 5, 6);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Decided, "plus", null, 1, 3);
        await report.ChairAsync(new CallItem(A.Item(2)));
        Assert.NotNull(Assert.Single((await ReadAsync(report)).Recusals).Then); // now somebody did
    }

    [Fact]
    public async Task An_item_that_was_proposed_and_left_off_has_no_number_and_the_next_one_has_it()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var report = new AReport(databases);
        await OpenAsync(report);
        await report.DoAsync(new ProposeItem(A.Point(8)), A.By(3));
        await report.DoAsync(new LeaveItemOff(A.Item(8), A.Seat(4)), A.By(4));
        await report.ChairAsync(new AddUrgentItem(A.Point(9), "délai légal"));
        await report.ChairAsync(new CloseMeeting("plus de temps"));

        var read = await ReadAsync(report);

        Assert.Equal([A.Item(8)], read.NotAdded.Select(item => item.Id));
        using var file = await report.WriteAsync();
        var rows = Sheets.Rows(file, "Point", "Intitulé", "Issue").Where(row => row["Intitulé"].Text is "Dossier 8" or "Dossier 9").ToList();
        Assert.Equal(["7 Dossier 9", " Dossier 8"], rows.Select(row => $"{row["Point"].Text} {row["Intitulé"].Text}"));
    }

    private static async Task OpenAsync(AReport report)
    {
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(6))), A.Secretary);
        foreach (var seat in Enumerable.Range(1, 6))
            await report.SignInAsync(A.Person(seat));
        await report.ChairAsync(new OpenMeeting());
    }

    private static async Task<MeetingReport> ReadAsync(AReport report) => (await report.Desk.ReadAsync(Who.With(Roles.Secretariat), AReport.Id, default))!;
}
