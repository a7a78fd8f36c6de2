using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WitaLive.App.Data;

/// <summary>Gives the one configured database to code that does not care which it is.</summary>
internal sealed class Databases<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<WitaLiveDb> where TDb : WitaLiveDb
{
    public WitaLiveDb CreateDbContext() => factory.CreateDbContext();
}

public static class DatabaseRegistration
{
    /// <summary>SQLite under Data:Directory, or PostgreSQL when Database:Provider says so (then ConnectionStrings:WitaLive is needed).</summary>
    public static IServiceCollection AddWitaLiveDatabase(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var connection = configuration.GetConnectionString("WitaLive");
        services.AddSingleton(DataDirectory.From(configuration, environment));
        services.AddSingleton<HealthCheck>();
        return (configuration["Database:Provider"] switch
        {
            null or "" or "Sqlite" => services
                .AddDbContextFactory<SqliteWitaLiveDb>((provider, options) =>
                    options.UseWitaLiveSqlite(connection ?? InFile(provider.GetRequiredService<DataDirectory>().Database)))
                .AddSingleton<IDbContextFactory<WitaLiveDb>, Databases<SqliteWitaLiveDb>>()
                .AddHostedService<SqliteCheckpoints>(),
            "Postgres" when connection is { Length: > 0 } => services
                .AddDbContextFactory<PostgresWitaLiveDb>(options => options.UseNpgsql(connection).ConfigureWarnings(Calmly))
                .AddSingleton<IDbContextFactory<WitaLiveDb>, Databases<PostgresWitaLiveDb>>(),
            "Postgres" => throw new InvalidOperationException("Database:Provider is Postgres, but ConnectionStrings:WitaLive is empty."),
            var other => throw new InvalidOperationException($"Database:Provider is '{other}'; it must be Sqlite or Postgres."),
        })
        // For ASP.NET Core Identity, which wants a context of its scope. Everything else asks the factory, once for each operation.
        .AddScoped(s => s.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContext());
    }

    /// <summary>SQLite as every WitaLive uses it, tests included.</summary>
    public static DbContextOptionsBuilder UseWitaLiveSqlite(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqliteDurability()).ConfigureWarnings(Calmly);

    // That another writer was first is everyday business of several nodes. Whoever cannot go on from a failed write says so itself.
    private static void Calmly(WarningsConfigurationBuilder warnings) => warnings.Log(
        (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug));

    private static string InFile(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
