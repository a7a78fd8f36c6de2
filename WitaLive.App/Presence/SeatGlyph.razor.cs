using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>One seat. The shape alone says what it voted, also in grey: a circle for, a square against, a diamond for an abstention.</summary>
public sealed partial class SeatGlyph(IStringLocalizer<PresenceTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required SeatView Seat { get; set; }

    [Parameter, EditorRequired]
    public required SeatPlace Place { get; set; }

    [Parameter, EditorRequired]
    public required double Radius { get; set; }

    /// <summary>The reader votes for it.</summary>
    [Parameter]
    public bool Mine { get; set; }

    [Parameter]
    public bool Hidden { get; set; }

    [Parameter]
    public ImmutableArray<string> Options { get; set; } = [];

    private bool ShowsChoice => Seat.HasVoted && !Hidden;

    private string Look => (Seat.Vote?.Choice, Seat.State) switch
    {
        (not null, _) when Hidden => "voted",
        ({ } choice, _) when choice == Choice.For => "for",
        ({ } choice, _) when choice == Choice.Against => "against",
        ({ } choice, _) when choice == Choice.Abstain => "abstain",
        (not null, _) => "option",
        (null, SeatState.Present) => "present",
        (null, SeatState.Represented) => "represented",
        (null, SeatState.Recused) => "recused",
        _ => "absent",
    };

    private string Words => Seat.HasVoted
        ? texts["SeatVoted", Seat.Seat.Number, Seat.Name, State, Hidden ? texts["Voted"] : texts["VotedSo", names.OfChoice(Seat.Vote!.Choice).InSentence()]]
        : texts["SeatIs", Seat.Seat.Number, Seat.Name, State];

    private string State => texts[$"State{Seat.State}"];

    private string Initials => string.Concat(Seat.Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var only] => only[..1],
        [var first, .., var last] => $"{first[0]}{last[0]}",
        _ => "",
    }).ToUpper(CultureInfo.CurrentCulture);

    // A check, a cross, a bar; the number of the outcome where there are several; a dot while the choice is hidden.
    private string? Badge => Look switch
    {
        "for" => "M-2.6 .2 L-.8 2.2 L2.8 -2.2",
        "against" => "M-2.2 -2.2 L2.2 2.2 M2.2 -2.2 L-2.2 2.2",
        "abstain" => "M-2.8 0 L2.8 0",
        "option" => (Options.IndexOf(Seat.Vote!.Choice.Value) + 1).ToString(CultureInfo.InvariantCulture),
        "voted" => "M-2.6 .2 L-.8 2.2 L2.8 -2.2",
        _ => null,
    };

    private double BadgeRadius => Math.Clamp(Radius * .32, 4.2, 6);

    private string BadgeScale => string.Create(CultureInfo.InvariantCulture, $"scale({BadgeRadius / 6:0.##})");

    private string BadgePlace => string.Create(CultureInfo.InvariantCulture, $"translate({Radius * .72:0.#} {Radius * .72:0.#})");

    private string Square => string.Create(CultureInfo.InvariantCulture, $"M{-Radius * .88:0.#} {-Radius * .88:0.#}h{Radius * 1.76:0.#}v{Radius * 1.76:0.#}h{-Radius * 1.76:0.#}z");

    private string Diamond => string.Create(CultureInfo.InvariantCulture, $"M0 {-Radius * 1.12:0.#}L{Radius * 1.12:0.#} 0L0 {Radius * 1.12:0.#}L{-Radius * 1.12:0.#} 0z");

    private string HalfCircle => string.Create(CultureInfo.InvariantCulture, $"M0 {-Radius:0.#}A{Radius:0.#} {Radius:0.#} 0 0 0 0 {Radius:0.#}z");

    private string Hatch => string.Create(CultureInfo.InvariantCulture,
        $"M{-Radius * .95:0.#} {Radius * .3:0.#}L{Radius * .3:0.#} {-Radius * .95:0.#}M{-Radius * .7:0.#} {Radius * .7:0.#}L{Radius * .7:0.#} {-Radius * .7:0.#}M{-Radius * .3:0.#} {Radius * .95:0.#}L{Radius * .95:0.#} {-Radius * .3:0.#}");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
