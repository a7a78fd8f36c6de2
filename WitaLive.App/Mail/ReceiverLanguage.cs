using System.Globalization;
using WitaLive.App.Languages;

namespace WitaLive.App.Mail;

/// <summary>Mails are written in the language of who receives them, not of whose click or job caused them.</summary>
public static class ReceiverLanguage
{
    /// <summary>Runs something with texts, dates and numbers in a language, and puts the caller's back.</summary>
    /// <param name="language">fr, nl, de or en; another one is answered in English.</param>
    public static T Run<T>(string language, Func<T> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Language.Find(language) ?? Language.Fallback).Culture;
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
