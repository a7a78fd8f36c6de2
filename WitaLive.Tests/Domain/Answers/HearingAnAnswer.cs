using WitaLive.Domain;
using WitaLive.Domain.Answers;

namespace WitaLive.Tests.Domain.Answers;

public class HearingAnAnswer
{
    private static readonly PersonId s_effective = A.Person(1);
    private static readonly PersonId s_substitute = A.Substitute(1);
    private static readonly DateTimeOffset s_before = A.Start.AddDays(-3);
    private static readonly Asking s_asking = new(A.Start, HasBegun: false, IsOnlineToo: true);

    [Theory]
    [InlineData(AnswerKind.Absent), InlineData(AnswerKind.Partner)]
    public void A_no_of_the_effective_member_calls_the_substitute(AnswerKind no) =>
        Assert.Equal<Consequence>([new ConvenePartner(s_substitute, s_effective)], Follows(Duo(), Say(s_effective, no)));

    [Theory]
    [InlineData(AnswerKind.Present), InlineData(AnswerKind.Online)]
    public void A_yes_calls_nobody(AnswerKind yes) => Assert.Empty(Follows(Duo(), Say(s_effective, yes)));

    [Fact]
    public void An_answer_goes_by_its_name_and_by_no_number()
    {
        Assert.Equal(Enum.GetValues<AnswerKind>().Select(kind => (AnswerKind?)kind), Enum.GetNames<AnswerKind>().Select(AnswerKinds.Named));
        Assert.All(new[] { "0", "3", "4", "-1", "present", "Present, Absent", "", null }, name => Assert.Null(AnswerKinds.Named(name)));
    }

    [Fact]
    public void Two_refusals_leave_the_seat_empty_and_that_is_said_once()
    {
        var duo = Duo(called: true, (s_effective, AnswerKind.Absent));

        Assert.Equal<Consequence>([new NobodyComes()], Follows(duo, Say(s_substitute, AnswerKind.Absent)));
        Assert.Equal<Consequence>([new NobodyComes()], Follows(duo, Say(s_substitute, AnswerKind.Partner))); // each points at the other
        var away = Duo(called: true, (s_effective, AnswerKind.Absent), (s_substitute, AnswerKind.Partner));
        Assert.True(away.IsAway);
        Assert.Empty(Follows(away, Say(s_substitute, AnswerKind.Absent)));
    }

    [Fact]
    public void A_refusal_without_a_substitute_leaves_the_seat_empty_at_once()
    {
        var alone = Duo() with { Substitute = null };

        Assert.Equal<Consequence>([new NobodyComes()], Follows(alone, Say(s_effective, AnswerKind.Absent)));
        Refuses<NoPartner>(alone, Say(s_effective, AnswerKind.Partner));
    }

    [Fact]
    public void A_substitute_convened_in_the_first_place_calls_the_effective_member_by_a_no()
    {
        var duo = Duo() with { Convened = [s_substitute] };

        Assert.Equal<Consequence>([new ConvenePartner(s_effective, s_substitute)], Follows(duo, Say(s_substitute, AnswerKind.Absent)));
    }

    [Fact]
    public void Who_comes_after_all_releases_whom_the_no_had_called()
    {
        var duo = Duo(called: true, (s_effective, AnswerKind.Absent));

        Assert.Equal<Consequence>([new ReleasePartner(s_substitute, s_effective)], Follows(duo, Say(s_effective, AnswerKind.Present)));
        Assert.Empty(Follows(Duo(called: true, (s_effective, AnswerKind.Absent), (s_substitute, AnswerKind.Absent)), Say(s_effective, AnswerKind.Online)));
        Assert.Empty(Follows(duo, Say(s_substitute, AnswerKind.Present)));
    }

    [Fact]
    public void Is_taken_until_the_meeting_starts()
    {
        Assert.Empty(Follows(Duo(), Say(s_effective, AnswerKind.Present), at: A.Start.AddTicks(-1)));
        Refuses<AnswerTooLate>(Duo(), Say(s_effective, AnswerKind.Present), at: A.Start);
        Refuses<AnswerTooLate>(Duo(), Say(s_effective, AnswerKind.Present), asking: s_asking with { HasBegun = true });
    }

    [Theory]
    [InlineData(null), InlineData(" \n")]
    public void An_absence_has_its_reason(string? reason) => Refuses<AbsenceReasonMissing>(Duo(), new(s_effective, AnswerKind.Absent, reason));

    [Fact]
    public void Is_one_of_those_offered_from_one_of_those_asked()
    {
        Refuses<AbsenceReasonMissing>(Duo(), new(s_effective, AnswerKind.Absent, new string('x', Answer.LongestReason + 1)));
        Refuses<OnlineNotOffered>(Duo(), Say(s_effective, AnswerKind.Online), asking: s_asking with { IsOnlineToo = false });
        Refuses<NotConvened>(Duo(), Say(A.Person(2), AnswerKind.Present));
    }

    private static Duo Duo(bool called = false, params (PersonId Person, AnswerKind Kind)[] said) => new(
        s_effective, s_substitute, said.ToImmutableDictionary(s => s.Person, s => s.Kind), called ? [s_effective, s_substitute] : [s_effective]);

    private static Answer Say(PersonId person, AnswerKind kind) => new(person, kind, kind is AnswerKind.Absent ? "Ill" : null);

    private static ImmutableArray<Consequence> Follows(Duo duo, Answer answer, DateTimeOffset? at = null) =>
        Assert.IsType<Result<ImmutableArray<Consequence>>.Ok>(duo.Hear(answer, s_asking, at ?? s_before)).Value;

    private static void Refuses<TRefusal>(Duo duo, Answer answer, Asking? asking = null, DateTimeOffset? at = null) where TRefusal : Refusal =>
        Assert.IsType<TRefusal>(Assert.IsType<Result<ImmutableArray<Consequence>>.Refused>(duo.Hear(answer, asking ?? s_asking, at ?? s_before)).Why);
}
