using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Mail;

namespace WitaLive.App.Public;

/// <summary>How to tell whether a mail or a letter is from this site.</summary>
public sealed partial class GenuinePage(OwnMail mail, SiteAddress site, IStringLocalizer<PublicTexts> texts) : ComponentBase;
