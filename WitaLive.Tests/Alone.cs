namespace WitaLive.Tests;

/// <summary>Tests that measure: no other test runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
