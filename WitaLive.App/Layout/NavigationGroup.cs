namespace WitaLive.App.Layout;

/// <summary>A heading of the main navigation, in whose list entries stand.</summary>
public enum NavigationGroup
{
    /// <summary>What becomes of files: attestations, measures, decisions.</summary>
    CaseWork,

    /// <summary>Chambers, people and their fees.</summary>
    Body,

    /// <summary>Texts, mail, imports and what runs by itself.</summary>
    Management,
}
