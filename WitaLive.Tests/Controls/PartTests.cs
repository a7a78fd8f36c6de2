using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using WitaLive.App.Controls;

namespace WitaLive.Tests.Controls;

public class PartTests
{
    private sealed record Seat(int Number, string Vote);

    [Fact]
    public async Task A_part_is_drawn_again_only_when_a_value_differs()
    {
        var drawn = new List<string>();
        await using var stage = await Stage.SetAsync(Seats(drawn, new Seat(1, "for"), new Seat(2, "-")));

        await stage.DrawAgainAsync(Seats(drawn, new Seat(1, "for"), new Seat(2, "against")));
        await stage.DrawAgainAsync(Seats(drawn, new Seat(1, "for"), new Seat(2, "against")));

        Assert.Equal(["1 for", "2 -", "2 against"], drawn);
        Assert.Equal("<p>1 for</p><p>2 against</p>", await stage.HtmlAsync());
    }

    private static RenderFragment Seats(List<string> drawn, params Seat[] seats) => builder =>
    {
        foreach (var seat in seats)
        {
            builder.OpenComponent<SeatPart>(0);
            builder.AddComponentParameter(1, nameof(SeatPart.Seat), seat);
            builder.AddComponentParameter(2, nameof(SeatPart.Drawn), drawn);
            builder.SetKey(seat.Number);
            builder.CloseComponent();
        }
    };

    private sealed class SeatPart : Part
    {
        [Parameter]
        public Seat Seat { get; set; } = default!;

        [Parameter]
        public List<string> Drawn { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            var text = $"{Seat.Number} {Seat.Vote}";
            Drawn.Add(text);
            builder.OpenElement(0, "p");
            builder.AddContent(1, text);
            builder.CloseElement();
        }
    }
}
