namespace WitaLive.App.Controls;

public enum NoticeKind
{
    /// <summary>Something worth knowing.</summary>
    Information,

    /// <summary>It is done and stored.</summary>
    Done,

    /// <summary>It can still be put right.</summary>
    Warning,

    /// <summary>It was not done. Read out at once.</summary>
    Problem,
}
