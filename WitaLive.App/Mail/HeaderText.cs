namespace WitaLive.App.Mail;

/// <summary>Text that stands in a mail's header: one line, or whoever wrote it could add headers and receivers of his own.</summary>
internal static class HeaderText
{
    /// <exception cref="ArgumentException">A line break, another control character or a line separator; or longer than <paramref name="maxLength"/>.</exception>
    public static string Checked(string value, int maxLength, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Length > maxLength)
            throw new ArgumentException($"{name} has {value.Length} characters; {maxLength} is the most.", name);
        if (value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            throw new ArgumentException($"{name} holds a line break or another control character: a mail's header is one line.", name);
        return value;
    }
}
