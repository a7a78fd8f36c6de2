using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Ballots;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Minutes;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Domain;
using WitaLive.Tests.Guards;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Minutes;

/// <summary>A meeting held in a real room on a real journal, command by command, each twenty seconds after the one before; and its report.</summary>
internal sealed class AReport : IAsyncDisposable
{
    public static readonly MeetingId Id = new(Guid.Parse("00000000-0000-0000-0000-00000000c0de"));

    private readonly FakeTimeProvider _clock = new(A.Start.AddMinutes(-30));
    private readonly ServiceProvider _services;
    private readonly MeetingRoom _room;
    private int _votes;

    public AReport(Databases databases)
    {
        var journal = new MeetingJournal(databases, _clock, []);
        _room = new(Id, new Meeting(), journal, _clock, NullLogger<MeetingRoom>.Instance);
        _services = new ServiceCollection().AddLogging().AddLocalization().AddBallots().AddMinutes()
            .AddSingleton(typeof(IStringLocalizer<>), typeof(NothingMissing<>))
            .AddSingleton(TheRules.Book)
            .AddSingleton(new Names(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json"))))
            .AddSingleton(journal)
            .AddSingleton<IDbContextFactory<WitaLiveDb>>(databases)
            .BuildServiceProvider();
    }

    public ReportDesk Desk => _services.GetRequiredService<ReportDesk>();

    public ReportWorkbook Workbook => _services.GetRequiredService<ReportWorkbook>();

    public Meeting Meeting => _room.Meeting;

    /// <summary>A meeting with a name for everybody, and an applicant who is called what a formula looks like.</summary>
    public static MeetingPlan Named(MeetingPlan plan) => plan with
    {
        Agenda = [.. plan.Agenda.Select(item => item with { Applicant = item.Number == 1 ? "=1+1" : $"Demandeur {item.Number}" })],
        Names = plan.Names.Add(A.President, "Présidente Vandenhoeck").Add(A.VicePresident, "Vice Ulens").Add(A.Jurist, "Juriste Peeraer")
            .Add(A.Secretary.Person, "Secrétaire Lambermont").Add(A.SecondSecretary.Person, "Secrétaire Thonissen"),
    };

    public async Task DoAsync(MeetingCommand command, Actor by)
    {
        _clock.Advance(TimeSpan.FromSeconds(20));
        var outcome = await _room.SendAsync(command, by);
        if (outcome is Outcome.Refused(var why))
            throw new Xunit.Sdk.XunitException($"{command.GetType().Name} was refused: {why.Key}");
    }

    public Task SignInAsync(PersonId person, AttendanceMode mode = AttendanceMode.OnSite) => DoAsync(new SignIn(person, mode), A.By(person));

    public Task ChairAsync(MeetingCommand command) => DoAsync(command, Meeting.TheChair());

    public Task OpenBallotAsync(int number, int[] items, params string[] options) =>
        ChairAsync(new OpenBallot(A.BallotNumber(number), [.. items.Select(A.Item)], [.. options]));

    public async Task VoteAsync(string choice, params int[] seats)
    {
        foreach (var seat in seats)
            await DoAsync(
                new CastVote(A.Vote(++_votes), Meeting.Ballot!.Id, A.Seat(seat), new(choice)),
                A.By(Meeting.VotingSeats(Meeting.Ballot!).Single(s => s.Seat == A.Seat(seat)).Voter));
    }

    public async Task WitnessAsync(int seat, string choice, VoteMeans means, PersonId confirmedBy)
    {
        var vote = A.Vote(++_votes);
        await DoAsync(new EnterWitnessedVote(vote, Meeting.Ballot!.Id, A.Seat(seat), new(choice), means), A.Secretary);
        await DoAsync(new ConfirmWitnessedVote(Meeting.Ballot!.Id, vote), A.By(confirmedBy));
    }

    public Task CloseBallotAsync() => ChairAsync(new CloseBallot(Meeting.Ballot!.Id));

    public Task ConcludeAsync(ConclusionKind kind, string? outcome, string? reason, params int[] items) =>
        ChairAsync(new ConcludeItems([.. items.Select(A.Item)], kind, outcome, reason));

    public async Task<MeetingReport> ReadAsync() => Assert.IsType<MeetingReport>(await Desk.ReadAsync(Who.With(App.Access.Roles.Secretariat), Id, default));

    public async Task<MemoryStream> WriteAsync()
    {
        var report = await ReadAsync();
        return Sheets.Written(workbook => Workbook.Write(report, workbook));
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _services.DisposeAsync();
    }

    /// <summary>A text that is not there would stand in the report as its key; here it stops the test.</summary>
    private sealed class NothingMissing<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
    {
        private readonly StringLocalizer<T> _texts = new(factory);

        public LocalizedString this[string name] => There(_texts[name]);

        public LocalizedString this[string name, params object[] arguments] => There(_texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);

        private static LocalizedString There(LocalizedString text) =>
            text.ResourceNotFound ? throw new Xunit.Sdk.XunitException($"{typeof(T).Name} has no {text.Name}.") : text;
    }
}
