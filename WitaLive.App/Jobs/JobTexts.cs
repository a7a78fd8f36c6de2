namespace WitaLive.App.Jobs;

/// <summary>The words of the jobs page; a job's own words stand under its name.</summary>
public sealed class JobTexts;
