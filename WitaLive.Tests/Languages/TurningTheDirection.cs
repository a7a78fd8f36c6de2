using WitaLive.App.Languages;

namespace WitaLive.Tests.Languages;

public class TurningTheDirection
{
    [Theory]
    [InlineData("Pause café, 14:00", "Pause café, 14:00")]
    [InlineData("👩\u200D🎨 Zoë", "👩\u200D🎨 Zoë")]
    [InlineData("עברית", "\u2068עברית\u2069")]
    [InlineData("abc\u202E123", "\u2068abc\u202E123\u2069")]
    [InlineData("a\u2067b", "\u2068a\u2067b\u2069\u2069")] // left open
    [InlineData("a\u2069\u202Eb", "\u2068\u2068a\u2069\u202Eb\u2069")] // closed, never opened: ours stands round it all the same
    [InlineData("a\u2069\u2067b", "\u2068\u2068a\u2069\u2067b\u2069\u2069")]
    public void Sets_apart_what_turns_it(string typed, string shown) => Assert.Equal(shown, WritingDirection.SetApart(typed));
}
