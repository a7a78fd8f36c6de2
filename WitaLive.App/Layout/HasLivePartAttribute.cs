namespace WitaLive.App.Layout;

/// <summary>A page whose frame is static, with a part in it that answers to clicks only once its circuit lives, and says so itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HasLivePartAttribute : Attribute;
