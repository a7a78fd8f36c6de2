using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Minutes;

/// <summary>Two meetings in which everything happens that a report has to tell.</summary>
internal static class Stories
{
    /// <summary>A restricted chamber: proxy, witnessed and changed votes, an undone conclusion, a recusal, a lost quorum, a block, a hearing, another chair.</summary>
    public static async Task RestrictedAsync(AReport report)
    {
        await report.DoAsync(new PrepareMeeting(AReport.Named(A.Restricted(6))), A.Secretary);
        await report.DoAsync(new ReceiveProxy(A.Seat(6), A.Person(5), A.Start.AddDays(-1)), A.Secretary);
        foreach (var seat in new[] { 1, 2, 3, 4, 5 })
            await report.SignInAsync(A.Person(seat), seat == 3 ? AttendanceMode.Online : AttendanceMode.OnSite);
        await report.SignInAsync(A.Substitute(2));
        await report.SignInAsync(A.Secretary.Person);
        await report.DoAsync(new SignInGuest(A.Guest, "Me Dupont", Capacity.Heard, AttendanceMode.OnSite), A.Secretary);
        await report.ChairAsync(new OpenMeeting());
        await report.DoAsync(new TakeNote(Guid.NewGuid(), null, "La réunion commence à l’heure."), A.Secretary);

        await DecideTheFirstAsync(report);
        await ReferTheSecondAsync(report);
        await DecideABlockAsync(report);
        await HearTheFourthAsync(report);
        await report.ChairAsync(new AddUrgentItem(A.Point(7), "délai légal"));
        await report.ConcludeAsync(ConclusionKind.Withdrawn, null, "retiré par le demandeur", 7);
        await DecideTheSixthUnderAnotherChairAsync(report);

        await report.DoAsync(new CorrectAttendance(A.Person(3), 0, A.Start.AddMinutes(-29), null, "écran en retard"), A.Secretary);
        await report.DoAsync(new TakeNote(Guid.NewGuid(), A.Item(1), "Le dossier est complet."), A.Secretary);
        await report.ChairAsync(new CloseMeeting());
    }

    /// <summary>An enlarged chamber: one proposal reaches three fifths, one does not.</summary>
    public static async Task EnlargedAsync(AReport report)
    {
        var plan = AReport.Named(A.Enlarged(2));
        await report.DoAsync(new PrepareMeeting(plan), A.Secretary);
        await report.SignInAsync(A.President);
        foreach (var seat in plan.Seats)
            await report.SignInAsync(seat.Effective);
        await report.ChairAsync(new OpenMeeting());

        await report.ChairAsync(new CallItem(A.Item(1)));
        await report.OpenBallotAsync(1, [1], "plus");
        await report.VoteAsync("for", 1, 2, 3, 4, 5, 6, 7, 10, 11, 13, 14);
        await report.VoteAsync("against", 8, 12, 15, 16, 17);
        await report.VoteAsync("abstain", 9);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Decided, "plus", null, 1);

        await report.ChairAsync(new CallItem(A.Item(2)));
        await report.OpenBallotAsync(2, [2], "ordinary");
        await report.VoteAsync("for", 1, 2, 3, 4, 5, 6, 7, 10, 11, 13);
        await report.VoteAsync("against", 8, 9, 12, 14, 15, 16, 17, 18);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Postponed, null, null, 2);
        await report.ChairAsync(new CloseMeeting());
    }

    private static async Task DecideTheFirstAsync(AReport report)
    {
        await report.ChairAsync(new CallItem(A.Item(1)));
        await report.OpenBallotAsync(1, [1], "plus");
        await report.VoteAsync("for", 1);
        await report.VoteAsync("against", 2);
        await report.VoteAsync("for", 2);
        await report.WitnessAsync(3, "abstain", VoteMeans.Telephone, A.Person(4));
        await report.VoteAsync("for", 4, 5, 6);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Decided, "plus", null, 1);
        await report.ChairAsync(new UndoConclusion(A.Item(1)));
        await report.ConcludeAsync(ConclusionKind.Decided, "plus", "motivé", 1);
    }

    private static async Task ReferTheSecondAsync(AReport report)
    {
        await report.DoAsync(new Recuse(A.Item(2), A.Person(2)), A.By(2));
        await report.ChairAsync(new CallItem(A.Item(2)));
        await report.OpenBallotAsync(2, [2], "plus");
        await report.VoteAsync("for", 1, 2, 3);
        await report.VoteAsync("against", 4);
        await report.DoAsync(new SignOut(A.Person(5)), A.By(5)); // and with this member the proxy: two of three others are away
        await report.SignInAsync(A.Person(5));
        await report.ChairAsync(new ResumeBallot(A.BallotNumber(2)));
        await report.VoteAsync("for", 5);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Referred, null, null, 2);
    }

    private static async Task DecideABlockAsync(AReport report)
    {
        await report.OpenBallotAsync(3, [3, 4, 5], "ordinary");
        await report.DoAsync(new TakeOutOfBlock(A.BallotNumber(3), A.Item(4)), A.By(3));
        await report.VoteAsync("for", 1, 2, 3, 4, 5, 6);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Decided, "ordinary", null, 3, 5);
    }

    private static async Task HearTheFourthAsync(AReport report)
    {
        await report.ChairAsync(new CallItem(A.Item(4)));
        await report.ChairAsync(new StartHearing(A.Item(4), ["Me Dupont"]));
        await report.ChairAsync(new EndHearing(A.Item(4)));
        await report.ConcludeAsync(ConclusionKind.InformationAsked, null, "preuves de paiement", 4);
    }

    private static async Task DecideTheSixthUnderAnotherChairAsync(AReport report)
    {
        await report.DoAsync(new SignOut(A.Person(1)), A.By(1));
        await report.ChairAsync(new CallItem(A.Item(6)));
        await report.OpenBallotAsync(4, [6], "plus");
        await report.VoteAsync("for", 2);
        await report.ChairAsync(new AnnulBallot(A.BallotNumber(4), "mauvaise question"));
        await report.OpenBallotAsync(5, [6], "plus", "ordinary", "refusal");
        await report.VoteAsync("ordinary", 2, 3, 4, 5, 6);
        await report.CloseBallotAsync();
        await report.ConcludeAsync(ConclusionKind.Decided, "ordinary", null, 6);
    }
}
