namespace WitaLive.App.Assistance;

/// <summary>Names the texts of assistance for <c>IStringLocalizer</c>; they are in the .resx files beside it.</summary>
public sealed class AssistanceTexts;
