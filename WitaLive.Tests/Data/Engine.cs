using System.Reflection;
using Xunit.Sdk;

namespace WitaLive.Tests.Data;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Has a theory run on SQLite. Use beside <see cref="OnPostgresAttribute"/>: <c>[Theory, OnSqlite, OnPostgres]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}

/// <summary>Has a theory run on PostgreSQL; without a server it says so, and where nothing may be skipped it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (Databases.Server is null && Environment.GetEnvironmentVariable("WITALIVE_TEST_STRICT") != "1")
            Skip = "WITALIVE_TEST_POSTGRES names no server (a connection string without Database=).";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}
