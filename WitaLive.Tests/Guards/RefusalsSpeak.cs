using System.Runtime.CompilerServices;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.Tests.Guards;

public class RefusalsSpeak
{
    private static readonly ImmutableArray<Type> s_refusals =
        [.. new[] { typeof(Refusal).Assembly, typeof(Language).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    private static readonly Texts? s_texts = Texts.All.FirstOrDefault(texts => texts.Class.Name == "RefusalTexts");

    [Fact]
    public void Every_refusal_has_a_text() =>
        Assert.Equal("", string.Join(", ", s_refusals.Select(refusal => refusal.Name).Where(name => s_texts?.Find("en", name) is null).Order()));

    [Fact]
    public void Every_text_belongs_to_a_refusal() =>
        Assert.Equal("", string.Join(", ", (s_texts?.ByLanguage["en"].Keys ?? []).Except(s_refusals.Select(refusal => refusal.Name)).Order()));

    [Fact]
    public void A_text_asks_for_no_more_than_its_refusal_tells() =>
        Assert.Equal([], from refusal in s_refusals
                         let text = s_texts?.Find("en", refusal.Name)
                         let told = Told(refusal)
                         where text is not null && TextsAreComplete.GapCount(text) > told
                         select $"{refusal.Name} tells {told} things; «{text}» asks for more");

    // An instance without its constructor having run: what it tells about is missing, but not how much it tells.
    private static int Told(Type refusal)
    {
        try
        {
            return ((Refusal)RuntimeHelpers.GetUninitializedObject(refusal)).Gaps.Length;
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException)
        {
            return int.MaxValue;
        }
    }
}
