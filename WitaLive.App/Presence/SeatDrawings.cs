using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>One seat as it is drawn and said. The shape alone says what it voted, also in grey: a circle for, a square against, a diamond for an abstention.</summary>
/// <remarks>
/// A drawing is made once for all screens of a language, as soon as the first asks for it, and forgotten with the state of the seat. As a component
/// on every screen, eighteen seats would cost a circuit more memory than the rest of the room.
/// </remarks>
public sealed class SeatDrawings(IStringLocalizer<PresenceTexts> texts, Names names)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ConditionalWeakTable<SeatView, ConcurrentDictionary<Look, MarkupString>> _drawn = [];
    private readonly ConcurrentDictionary<string, SeatPlaces> _places = [];

    /// <summary>Where the seats of these groups are drawn; null where they are too many to be drawn one by one.</summary>
    public SeatPlaces? PlacesOf(ImmutableArray<SeatGroup> groups)
    {
        ImmutableArray<int> sizes = [.. groups.Select(g => g.Seats.Length)];
        return sizes.Sum() > SeatPlaces.MostDrawn ? null : _places.GetOrAdd(string.Join(' ', sizes), (_, seats) => SeatPlaces.For(seats), sizes);
    }

    /// <param name="mine">The reader votes for it.</param>
    /// <param name="hidden">The counts are hidden: it shows that the seat voted, not what.</param>
    /// <param name="options">What is put to the vote.</param>
    public MarkupString Of(SeatView seat, SeatPlace place, double radius, bool mine, bool hidden, ImmutableArray<string> options)
    {
        var look = new Look(CultureInfo.CurrentUICulture.Name, place, radius, mine, hidden, OptionOf(seat, options));
        return _drawn.GetValue(seat, _ => new()).GetOrAdd(look, (asked, drawn) => Draw(drawn, asked), seat);
    }

    private MarkupString Draw(SeatView seat, Look look)
    {
        var kind = KindOf(seat, look.Hidden);
        var words = s_encoder.Encode(WordsOf(seat, look.Hidden));
        return new($"""
            <g role="listitem" transform="{look.Place.Transform}"><g role="img" aria-label="{words}" class="seat seat-{kind}{(look.Mine ? " seat-mine" : "")}"><title>{words}</title>{
            (look.Mine ? SeatShapes.Ring(look.Radius) : "")}{SeatShapes.Of(kind, look.Radius)}{Over(seat, look)}{
            SeatShapes.Text(look.Radius * .32, look.Radius * .88, s_encoder.Encode(Initials(seat)))}{SeatShapes.Badge(kind, look.Option, look.Radius)}</g></g>
            """);
    }

    // Who is represented is drawn half full, who is recused hatched.
    private static string Over(SeatView seat, Look look) => seat.State switch
    {
        SeatState.Represented when !seat.HasVoted || look.Hidden => SeatShapes.Half(look.Radius),
        SeatState.Recused => SeatShapes.Hatch(look.Radius),
        _ => "",
    };

    private static string KindOf(SeatView seat, bool hidden) => (seat.Vote?.Choice, seat.State) switch
    {
        (not null, _) when hidden => "voted",
        ({ } choice, _) when choice == Choice.For => "for",
        ({ } choice, _) when choice == Choice.Against => "against",
        ({ } choice, _) when choice == Choice.Abstain => "abstain",
        (not null, _) => "option",
        (null, SeatState.Present) => "present",
        (null, SeatState.Represented) => "represented",
        (null, SeatState.Recused) => "recused",
        _ => "absent",
    };

    private string WordsOf(SeatView seat, bool hidden) => seat.HasVoted
        ? texts["SeatVoted", seat.Seat.Number, seat.Name, StateOf(seat), hidden ? texts["Voted"] : texts["VotedSo", names.OfChoice(seat.Vote!.Choice).InSentence()]]
        : texts["SeatIs", seat.Seat.Number, seat.Name, StateOf(seat)];

    private string StateOf(SeatView seat) => texts[$"State{seat.State}"];

    private static string Initials(SeatView seat) => (seat.Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var only] => only[..1],
        [var first, .., var last] => $"{first[0]}{last[0]}",
        _ => "",
    }).ToUpper(CultureInfo.CurrentCulture);

    private static int OptionOf(SeatView seat, ImmutableArray<string> options) =>
        seat.Vote is { } vote && !options.IsDefaultOrEmpty ? options.IndexOf(vote.Choice.Value) + 1 : 0;

    /// <param name="Option">The number of the outcome it voted for, from 1; 0 for none of them.</param>
    private readonly record struct Look(string Culture, SeatPlace Place, double Radius, bool Mine, bool Hidden, int Option);
}
