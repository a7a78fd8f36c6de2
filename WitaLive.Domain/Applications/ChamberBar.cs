namespace WitaLive.Domain.Applications;

/// <summary>Why a chamber may not have a file, whoever sends it there.</summary>
public enum ChamberBar
{
    /// <summary>It sits in another language (royal decree, art. 14; rules of procedure, art. 45).</summary>
    OtherLanguage,

    /// <summary>The applicant is one of its members (rules of procedure, art. 53 § 3).</summary>
    ApplicantSits,
}
