using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Settings;

/// <summary>The program in a process of its own, told something it cannot do.</summary>
public sealed class StartingTheProgram : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("witalive-start-").FullName;

    public static TheoryData<string[], string> Mistakes => new()
    {
        { ["--Database:Provider", "Oracle"], "Database:Provider is 'Oracle'" },
        { ["--Database:Provider", "Postgres"], "ConnectionStrings:WitaLive is empty" },
        { ["--Database:Provider", "Postgres", "--ConnectionStrings:WitaLive", "Host=127.0.0.1;Port=1;Username=nobody"], "The database cannot be used" },
        { ["--ConnectionStrings:WitaLive", "Data Source=:memory:"], "A vote is only safe with WAL" },
        { ["--urls", "nowhere"], "--urls: " },
        { ["--Smtp:Port", "many"], "Smtp:Port" },
        { ["--Site:Address", "nowhere", "--create-admin", "ada@example.org"], "Site:Address is 'nowhere'" },
        { ["--create-admin", "ada"], "--create-admin ada" },
        { ["--create-admin"], "--create-admin needs a value" },
        { ["--Smtp:From", "nobody at home"], "Smtp:From is 'nobody at home'" },
        { ["--Rules:Directory", "/nowhere"], "The rules cannot be used" },
        { ["--Proxy:Addresses", "the front"], "Proxy:Addresses names 'the'" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task With_a_wrong_setting_ends_with_a_sentence(string[] settings, string sentence)
    {
        var (code, said, complained) = await ServerProcess.RunAsync("Production", [.. settings, "--Data:Directory", _data, .. settings.Contains("--urls") ? Array.Empty<string>() : ["--urls", "http://localhost:0"]]);

        Assert.Equal(1, code);
        Assert.Contains(sentence, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said + complained, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_data, "*.db*")); // nothing was opened or changed for it
    }

    [Fact]
    public async Task Twice_on_one_port_ends_the_second_with_a_sentence_and_leaves_the_first_alone()
    {
        await using var first = await RunningApp.StartAsync();

        var (code, said, complained) = await ServerProcess.RunAsync("Production", "--Data:Directory", _data, "--urls", first.Address.ToString().TrimEnd('/'));

        Assert.Equal(1, code);
        Assert.Contains("address already in use", complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said + complained, StringComparison.Ordinal);
        using var browser = new HttpClient { BaseAddress = first.Address };
        Assert.Equal("ok", await browser.GetStringAsync(new Uri("health", UriKind.Relative)));
    }

    [Fact]
    public async Task Writes_a_database_that_only_its_owner_reads()
    {
        await using var site = await RunningApp.StartAsync();
        var files = Directory.GetFiles(site.DataDirectory, "witalive.db*");
        Assert.NotEmpty(files);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task For_an_administrator_gives_a_link_to_where_the_site_listens()
    {
        await using var site = await RunningApp.StartAsync();

        var (_, said, _) = await ServerProcess.RunAsync("Production", "--create-admin", "ada@example.org", "--Data:Directory", site.DataDirectory);

        Assert.Contains($":{site.Address.Port}/account/password?key=", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
