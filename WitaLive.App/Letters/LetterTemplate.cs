using System.Text.RegularExpressions;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>Subject and body of a letter, with fields such as {{meeting.day}}. One that has an unknown field, or lacks one that has to be there, does not exist.</summary>
public sealed partial class LetterTemplate
{
    /// <summary>Unit: characters.</summary>
    public const int LongestSubject = 150;

    /// <summary>Unit: characters.</summary>
    public const int LongestBody = 8_000;

    private LetterTemplate(string subject, string body) => (Subject, Body) = (subject, body);

    public string Subject { get; }

    /// <summary>Markdown.</summary>
    public string Body { get; }

    public static Result<LetterTemplate> Read(LetterKind kind, string subject, string body)
    {
        (subject, body) = (subject.Trim(), body.ReplaceLineEndings("\n").Trim());
        if (subject.Length == 0 || body.Length == 0)
            return new LetterEmpty();
        if (subject.Length > LongestSubject || body.Length > LongestBody)
            return new LetterTooLong(LongestSubject, LongestBody);
        if (subject.Any(char.IsControl))
            return new SubjectOfSeveralLines();

        var known = LetterFields.Of(kind);
        if (WrongIn(subject, known.RemoveRange(LetterFields.Lists)) is { } inSubject)
            return new FieldUnknownInSubject(inSubject);
        foreach (var (line, i) in body.Split('\n').Select((line, i) => (line, i)))
            if (WrongIn(line, known) is { } wrong)
                return new FieldUnknown(i + 1, wrong);
        var there = Fields().Matches(subject + "\n" + body).Select(NameOf).ToHashSet();
        if (LetterFields.WantedIn(kind).FirstOrDefault(field => !there.Contains(field)) is { } missing)
            return new FieldMissing("{{" + missing + "}}");
        return new LetterTemplate(subject, body);
    }

    /// <summary>A line of the body in which a field has nothing to say is left out: the video call of a meeting on site.</summary>
    /// <param name="values">What each field says; lists as Markdown, everything else as text.</param>
    /// <param name="language">Whose spaces the words get; what the fields say has its own already.</param>
    /// <returns>The subject as text, the body as Markdown.</returns>
    public (string Subject, string Markdown) Fill(IReadOnlyDictionary<string, string> values, string language)
    {
        var subject = Fields().Replace(Typesetting.Set(Subject, language), field => values.GetValueOrDefault(NameOf(field), ""));
        var lines = Typesetting.Set(Body, language).Split('\n')
            .Where(line => Fields().Matches(line).All(field => values.GetValueOrDefault(NameOf(field), "").Length > 0))
            .Select(line => Fields().Replace(line, field => InBody(NameOf(field), values[NameOf(field)])));
        return (subject, string.Join('\n', lines));
    }

    private static string InBody(string field, string value) =>
        LetterFields.Lists.Contains(field) ? value
        : Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? $"<{address.AbsoluteUri}>"
        : MarkdownText.Escape(value);

    // What looks like a field and is none, braces that are not closed among it.
    private static string? WrongIn(string line, ImmutableArray<string> known)
    {
        foreach (Match field in Fields().Matches(line))
            if (!known.Contains(NameOf(field)))
                return field.Value;
        var rest = Fields().Replace(line, "");
        return Loose().Match(rest) is { Success: true } loose ? loose.Value : null;
    }

    private static string NameOf(Match field) => field.Groups[1].Value.Trim();

    // Spaces are taken off afterwards: looked for here, many of them would be looked at again and again.
    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Fields();

    [GeneratedRegex(@"\{\{[^\s{}]*|[^\s{}]*\}\}")]
    private static partial Regex Loose();
}

public sealed record LetterEmpty : Refusal;

public sealed record LetterTooLong(int Subject, int Body) : Refusal
{
    public override ImmutableArray<object> Gaps => [Subject, Body];
}

public sealed record SubjectOfSeveralLines : Refusal;

public sealed record FieldUnknownInSubject(string Field) : Refusal
{
    public override ImmutableArray<object> Gaps => [Field];
}

public sealed record FieldUnknown(int Line, string Field) : Refusal
{
    public override ImmutableArray<object> Gaps => [Line, Field];
}

public sealed record FieldMissing(string Field) : Refusal
{
    public override ImmutableArray<object> Gaps => [Field];
}
