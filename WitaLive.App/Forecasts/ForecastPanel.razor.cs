using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Forecasts;

/// <summary>On the meeting's page: whether it is going to have its quorum, by bloc and group; for the secretariat, whom to call.</summary>
public sealed partial class ForecastPanel(
    Forecasting forecasts, ForecastWords words, AnswerWords answers, Names names, CurrentPerson current, IStringLocalizer<ForecastTexts> texts) : ComponentBase
{
    // As many as one calls before looking again.
    private const int Few = 6;

    private MeetingForecast? _forecast;
    private bool _isWhole;

    [Parameter, EditorRequired]
    public required MeetingSheet Sheet { get; set; }

    private ImmutableArray<SeatToCall> Shown => _isWhole ? _forecast!.Calls : [.. _forecast!.Calls.Take(Few)];

    protected override async Task OnParametersSetAsync() =>
        _forecast = await forecasts.ReadAsync((await current.GetAsync()).Principal, Sheet.Meeting.Id, CancellationToken.None);

    private static string TelOf(string number) => $"tel:{new string([.. number.Where(c => char.IsAsciiDigit(c) || c == '+')])}";

    private static IEnumerable<GroupForecast> GroupsOf(MeetingForecast forecast, BlocForecast bloc) =>
        forecast.Quorum.Groups.Where(group => forecast.Rule.Blocs.First(b => b.Name == bloc.Name).Groups.Contains(group.Group));

    private string WordsOf(GroupForecast group) =>
        texts["GroupNumbers", names.Of(group.Group), group.Sure, group.Waiting, group.Away];
}
