using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Quorum;

namespace WitaLive.App.Presence;

/// <summary>Whether the meeting may decide now: each bloc, the chair, and one sentence. Its loss is read out once, with what is missing.</summary>
public sealed partial class QuorumView(IStringLocalizer<PresenceTexts> texts, Names names)
{
    private const int MostPips = 30;
    private const double BarWidth = 280;

    private static readonly MarkupString s_yes = new("""<svg class="tick tick-yes" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 10.5l4 4 8-9" /></svg>""");
    private static readonly MarkupString s_no = new("""<svg class="tick tick-no" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M5 5l10 10M15 5L5 15" /></svg>""");

    private bool? _mightDecide;
    private string? _lost;

    [Parameter, EditorRequired]
    public required QuorumRule Rule { get; set; }

    [Parameter, EditorRequired]
    public required QuorumStatus Status { get; set; }

    [Parameter]
    public Presider? Presiding { get; set; }

    /// <summary>Of who presides.</summary>
    [Parameter]
    public string? Name { get; set; }

    protected override void OnParametersSet()
    {
        if (_mightDecide == true && !Status.MayDecide)
            _lost = texts["QuorumLost", texts.InWords(names, Rule, Status)];
        else if (Status.MayDecide)
            _lost = null;
        _mightDecide = Status.MayDecide;
    }

    private static double PipStep(Bloc bloc) => Math.Min(22, BarWidth / bloc.Seats);

    // Wide enough apart for the mark of what is needed to stand between two.
    private static double PipRadius(Bloc bloc) => Math.Min(7.5, PipStep(bloc) / 2 - 2.5);

    private static double Along(Bloc bloc, int seats) => bloc.Seats <= MostPips ? PipStep(bloc) * seats : (BarWidth - 2) * seats / bloc.Seats;

    private static string Pips(Bloc bloc, int from, int to)
    {
        var (step, radius) = (PipStep(bloc), PipRadius(bloc));
        return string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(seat => string.Create(
            CultureInfo.InvariantCulture, $"M{step * (seat + .5) - radius:0.##} 11a{radius:0.##} {radius:0.##} 0 1 0 {radius * 2:0.##} 0a{radius:0.##} {radius:0.##} 0 1 0 {-radius * 2:0.##} 0z")));
    }

    private static MarkupString Tick(bool yes) => yes ? s_yes : s_no;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
