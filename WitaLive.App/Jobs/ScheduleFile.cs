using Microsoft.Data.Sqlite;

namespace WitaLive.App.Jobs;

/// <summary>Makes the schedule's file before the scheduler opens it: readable by its owner only, with a write-ahead log, so that pages that read it never wait.</summary>
internal sealed class ScheduleFile(string path) : IHostedService
{
    public static string ConnectionTo(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) && !OperatingSystem.IsWindows())
            await new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).DisposeAsync();
        await using var file = new SqliteConnection(ConnectionTo(path));
        await file.OpenAsync(cancellationToken);
        await using var command = file.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
