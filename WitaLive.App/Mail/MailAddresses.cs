using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace WitaLive.App.Mail;

/// <summary>Which addresses mail is sent to.</summary>
public static partial class MailAddresses
{
    private const int MaxLength = 254;
    private static readonly IdnMapping s_domains = new() { UseStd3AsciiRules = true };

    /// <summary>Whether this is one plain address: a dotted name, an at sign, a domain.</summary>
    /// <remarks>
    /// Quoted names and comments, though legal, are refused: nobody has one, and they are the way to smuggle commands to a mail server.
    /// Names outside ASCII need an extension that few relays speak; domains outside ASCII are fine.
    /// </remarks>
    public static bool IsUsable(string? address)
    {
        if (address is null || address.Length > MaxLength || address.LastIndexOf('@') is var at && at is < 1 or > 64)
            return false;
        return Name().IsMatch(address[..at]) && IsDomain(address[(at + 1)..]) && MailAddress.TryCreate(address, out _);
    }

    private static bool IsDomain(string domain)
    {
        try
        {
            return domain.Length > 0 && Domain().IsMatch(s_domains.GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z")]
    private static partial Regex Domain();
}
