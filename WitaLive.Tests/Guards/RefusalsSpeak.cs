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

    /// <summary>Wherever a page puts what a refusal tells into its sentence as it is, that is a word, a number or a day: a collection would say how it is called in code.</summary>
    [Fact]
    public void What_a_refusal_tells_is_never_the_name_of_a_type() =>
        Assert.Equal([], from refusal in s_refusals
                         from gap in Met(refusal).Gaps
                         from language in Language.All
                         let said = string.Format(language.Culture, s_texts!.Find(language.Code, refusal.Name)!, [.. Met(refusal).Gaps])
                         where IsCode($"{gap}") || IsCode(said)
                         select $"{refusal.Name} ({language.Code}): {said}");

    private static bool IsCode(string said) => said.Contains("System.", StringComparison.Ordinal) || said.Contains("WitaLive.", StringComparison.Ordinal) || said.Contains('`', StringComparison.Ordinal);

    private static Refusal Met(Type refusal)
    {
        var made = refusal.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return (Refusal)made.Invoke([.. made.GetParameters().Select(parameter => A(parameter.ParameterType))]);
    }

    // Something of each type that a refusal is given.
    private static object? A(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } of => A(of),
        _ when type == typeof(string) => "x",
        _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("ROI 23 §3"),
        { IsValueType: true } when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => type.GetField("Empty")!.GetValue(null),
        { IsValueType: true } => type.GetConstructors().FirstOrDefault(made => made.GetParameters() is [{ ParameterType: var of }] && of == typeof(string)) is { } code ? code.Invoke(["x"]) : Activator.CreateInstance(type),
        _ => type.GetConstructors().OrderBy(made => made.GetParameters().Length).FirstOrDefault() is { } made ? made.Invoke([.. made.GetParameters().Select(parameter => A(parameter.ParameterType))]) : null,
    };

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
