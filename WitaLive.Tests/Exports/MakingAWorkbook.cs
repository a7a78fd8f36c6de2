using WitaLive.App.Access;
using WitaLive.App.Exports;
using WitaLive.App.Fees;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Reports;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Exports;

public class MakingAWorkbook
{
    private static readonly ExportWish s_both = new(new(2027, 1, 1), new(2027, 2, 28));

    [Theory, OnSqlite, OnPostgres]
    public async Task Puts_the_meetings_of_a_period_into_one_file_with_day_and_chamber_before_each_row(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await AHeldMeeting.HoldAsync(office, "2027-01-05");
        await AHeldMeeting.HoldAsync(office, "2027-02-02");
        var steps = new Steps();

        using var file = await WriteAsync(office, s_both, steps);

        var meetings = Sheets.Rows(file, "Day", "Chamber", "Items decided", "Items postponed", "Ballots held");
        Assert.Equal([new DateOnly(2027, 1, 5), new DateOnly(2027, 2, 2)], meetings.Select(r => r["Day"].AsDay()));
        Assert.All(meetings, row => Assert.Equal(("1", "1", "1"), (row["Items decided"].Text, row["Items postponed"].Text, row["Ballots held"].Text)));
        Assert.Equal(4, Sheets.Rows(file, "Day", "Item", "Decision", "Reason").Count);
        Assert.Equal(12, Sheets.Rows(file, "Day", "Person", "Signed in").Count);
        Assert.Equal(12, Sheets.Rows(file, "Day", "Voter", "Vote").Count);
        Assert.Equal(100, steps.Last);
    }

    [FactNeeding(Need.LibreOffice)]
    public async Task Adds_what_the_meetings_cost_in_cells_that_another_program_can_add_up()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var second = await AHeldMeeting.HoldAsync(office, "2027-02-02");
        await AHeldMeeting.HoldAsync(office, "2027-03-02"); // not in the period
        var plan = (await office.Get<ReportDesk>().ReadAsync(PlanningOffice.Secretary, second, default))!.Plan;
        var member = plan.Seats[0].Effective;
        Assert.Null(await office.Get<FeeClaims>().ClaimAsync(Who.With(member), second, "publicTransport", 12.6m, "Je déclare sur l’honneur.", default));

        using var file = await WriteAsync(office, s_both);

        var fees = Sheets.Rows(file, "Person", "Day", "Minutes", "Base amount", "Ceded by");
        Assert.Equal(10, fees.Count); // five of six seats, twice: administrations get none
        Assert.Equal([new DateOnly(2027, 1, 5), new DateOnly(2027, 2, 2)], fees.Select(r => r["Day"].AsDay()!.Value).Distinct().Order());
        Assert.All(fees, row => Assert.Equal(("150", 91), (row["Base amount"].Text, row["Minutes"].AsWhole())));
        var sums = Sheets.Rows(file, "Person", "Number of fees", "At base amounts", "Travel costs");
        Assert.Equal((5 + 2, "10", "1500", "12.6"), (sums.Count, sums[^2]["Number of fees"].Text, sums[^2]["At base amounts"].Text, sums[^2]["Travel costs"].Text));
        Assert.Equal(sums[^2]["At base amounts"].Text, sums[^1]["At base amounts"].Text); // counted meeting by meeting

        using var own = await WriteAsync(office, s_both with { Person = member });
        Assert.Equal(2, Sheets.Rows(own, "Person", "Day", "Base amount", "Ceded by").Count);
        Assert.Equal("300", Sheets.Rows(own, "Person", "At base amounts")[^1]["At base amounts"].Text);

        file.Position = 0;
        var read = LibreOffice.Sheets(file).ToDictionary(sheet => sheet.Key, sheet => LibreOffice.Fields(sheet.Value));
        Assert.Equal(fees.Select(r => $"{r["Person"].Text} 150"), read["Fees"].Skip(1).Select(line => $"{line[0]} {line[5]}"));
        Assert.Equal(fees.Select(r => r["Day"].AsDay()), read["Fees"].Skip(1).Select(line => (DateOnly?)DateOnly.ParseExact(line[2], "MM/dd/yyyy", CultureInfo.InvariantCulture)));
        Assert.Equal("12.6", Assert.Single(read["Travel"].Skip(1))[6]);
        Assert.Equal(["Total", "10", "1500"], [read["Statements"][^2][0], read["Statements"][^2][2], read["Statements"][^2][3]]);
    }

    [Fact]
    public async Task Shows_nobodys_fees_to_who_is_not_of_the_secretariat()
    {
        await using var office = await PlanningOffice.OnAsync();
        var chair = (await office.ChamberAsync()).Chair!.Id;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<FeeDesk>().ReadAsync(Who.With(chair), s_both.Begins, s_both.Ends, new HashSet<MeetingId>(), null, default));
    }

    [Fact]
    public async Task Keeps_to_one_member_when_one_is_wanted()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var plan = (await office.Get<ReportDesk>().ReadAsync(PlanningOffice.Secretary, id, default))!.Plan;
        var member = plan.Seats[2].Effective;

        using var file = await WriteAsync(office, s_both with { Person = member });

        Assert.Equal([plan.Names[member]], Sheets.Rows(file, "Day", "Person", "Signed in").Select(r => r["Person"].Text));
        Assert.Equal([plan.Names[member]], Sheets.Rows(file, "Day", "Voter", "Vote").Select(r => r["Voter"].Text));
    }

    [Fact]
    public async Task Names_who_put_something_right_without_having_been_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var meeting = (await office.Get<ReportDesk>().ReadAsync(PlanningOffice.Secretary, id, default))!.Meeting;
        var (other, member) = ((await office.ChamberAsync(section: "nl")).Chair!, meeting.Plan!.Seats[2].Effective);
        var correct = new CorrectAttendance(member, 0, meeting.OpenedAt!.Value, meeting.EndedAt!.Value.AddMinutes(-1), "partie avant la fin");
        Assert.Null(await office.Get<ReportRecord>().CorrectAsync(Who.With(other.Id, Roles.Secretariat), id, correct, default));

        using var file = await WriteAsync(office, s_both);

        Assert.Contains(other.FullName, Sheets.Rows(file, "Day", "Person", "Signed in", "Entered by").Select(r => r["Entered by"].Text));
    }

    [Fact]
    public async Task Refuses_what_would_be_empty_or_cannot_be()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var desk = office.Get<ExportDesk>();

        async Task<Refusal?> WhyAsync(ExportWish wish) => await desk.WriteAsync(PlanningOffice.Secretary, wish, new MemoryStream(), null, default);

        Assert.IsType<ExportIsEmpty>(await WhyAsync(new(new(2027, 1, 6), new(2027, 12, 31))));
        Assert.IsType<ExportIsEmpty>(await WhyAsync(s_both with { Chamber = new ChamberId(Guid.NewGuid()) }));
        Assert.IsType<ExportIsEmpty>(await WhyAsync(s_both with { Person = new PersonId(Guid.NewGuid()) }));
        Assert.Null(await WhyAsync(new(new(2027, 1, 5), new(2027, 1, 5))));
        Assert.IsType<ExportDaysInDisorder>(await WhyAsync(new(new(2027, 1, 6), new(2027, 1, 5))));
        Assert.Null(new ExportWish(new(2017, 1, 5), new(2027, 1, 5)).WhyNot());
        Assert.Equal(new ExportTooLong(10), new ExportWish(new(2017, 1, 5), new(2027, 1, 6)).WhyNot());
        Assert.Equal(new ExportIsEmpty(), new ExportWish(new(9995, 1, 5), DateOnly.MaxValue).WhyNot());
        Assert.Equal(new ExportIsEmpty(), new ExportWish(DateOnly.MinValue, new(2, 1, 1)).WhyNot());
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.WriteAsync(Who.With(new PersonId(Guid.NewGuid())), s_both, new MemoryStream(), null, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ChoicesAsync(Who.With(new PersonId(Guid.NewGuid())), default));
    }

    [Fact]
    public async Task Stops_when_told_to()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AHeldMeeting.HoldAsync(office, "2027-01-05");
        using var stop = new CancellationTokenSource();
        var steps = new Steps { OnStep = stop.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.Get<ExportDesk>().WriteAsync(PlanningOffice.Secretary, s_both, new MemoryStream(), steps, stop.Token));
        Assert.InRange(steps.Last, 1, 99);
    }

    [Fact]
    public void Hands_a_file_once_to_who_made_it()
    {
        var (files, owner) = (new FinishedFiles(), new PersonId(Guid.NewGuid()));
        var key = files.Keep(owner, "reunions.xlsx", FinishedFiles.Create());

        Assert.Null(files.Take(key, new PersonId(Guid.NewGuid())));
        Assert.Null(files.Take(Guid.NewGuid(), owner));
        using (var file = Assert.NotNull(files.Take(key, owner)).File)
            Assert.True(file.CanRead);
        Assert.Null(files.Take(key, owner));
    }

    private static async Task<MemoryStream> WriteAsync(PlanningOffice office, ExportWish wish, IProgress<int>? progress = null)
    {
        var file = new MemoryStream();
        Assert.Null(await office.Get<ExportDesk>().WriteAsync(PlanningOffice.Secretary, wish, file, progress, default));
        return new(file.ToArray());
    }

    private sealed class Steps : IProgress<int>
    {
        public int Last { get; private set; }

        public Action? OnStep { get; init; }

        public void Report(int value)
        {
            Last = value;
            OnStep?.Invoke();
        }
    }
}
