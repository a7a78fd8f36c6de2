using System.Globalization;

namespace WitaLive.App.Mail;

/// <summary>Mails are written in the language of who receives them, not of whose click or job caused them.</summary>
public static class ReceiverLanguage
{
    /// <summary>Runs something with texts, dates and numbers in a language, and puts the caller's back.</summary>
    /// <param name="language">fr, nl, de or en; dates and numbers are written as in Belgium.</param>
    public static T Run<T>(string language, Func<T> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language + "-BE");
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
