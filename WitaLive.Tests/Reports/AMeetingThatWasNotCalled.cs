using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Reports;

public class AMeetingThatWasNotCalled
{
    [Theory]
    [InlineData(30, "14:00"), InlineData(10, null)]
    public async Task Says_so_in_its_report_and_for_what_hour_it_was_planned(int minutesEarly, string? planned)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05", minutesEarly);
        var sheet = (await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;

        Assert.Equal(planned, TextOf(sheet.Documents[0], "Prévue pour"));
        Assert.Equal("aucune n’a été envoyée par ce site", TextOf(sheet.Documents[0], "Convocation"));

        var called = MeetingReport.Of(sheet.Facts.Journal.Select(line => line.Happened is MeetingPrepared { Plan: var plan } prepared
            ? prepared with { Plan = plan with { ConvenedAt = plan.StartsAt.AddDays(-20) } } : line.Happened));
        Assert.Null(TextOf(office.Get<ReportComposer>().Compose(called)[0], "Convocation"));
    }

    private static string? TextOf(ReportDocument document, string label) => document.Facts.SingleOrDefault(fact => fact.Label == label)?.Text;
}
