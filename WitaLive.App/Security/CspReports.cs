namespace WitaLive.App.Security;

/// <summary>How often a browser has refused something because of the content security policy. More than zero is a fault of ours, or an attack.</summary>
public sealed class CspReports
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    internal void Add() => Interlocked.Increment(ref _count);
}
