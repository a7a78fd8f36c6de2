using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using WitaLive.Tests.Mail;

namespace WitaLive.Tests.Browser;

/// <summary>What arrives at people's addresses: at the mail server of ./test where there is one, otherwise as files.</summary>
internal sealed class TheStoryMail(RunningApp app)
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("WITALIVE_TEST_SMTP");
    private static readonly string? s_maildir = Environment.GetEnvironmentVariable("WITALIVE_TEST_MAILDIR");
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    // Several people look for their mail at once.
    private readonly ConcurrentDictionary<string, Letter> _read = [];

    private static bool HasServer => !string.IsNullOrEmpty(s_server) && !string.IsNullOrEmpty(s_maildir);

    private string Folder => HasServer ? Path.Combine(s_maildir!, "new") : Path.Combine(app.DataDirectory, "mail");

    public static void Set(IWebHostBuilder web)
    {
        if (!HasServer)
            return;
        var (host, port) = (s_server!.Split(':')[0], s_server.Split(':')[1]);
        web.UseSetting("Smtp:Host", host);
        web.UseSetting("Smtp:Port", port);
        web.UseSetting("Smtp:From", "WitaLive <secretariat@story.example>");
    }

    /// <summary>The address on this site that starts so, in the newest mail to someone that has one.</summary>
    public async Task<string> LinkAsync(string to, string start)
    {
        var link = new Regex(Regex.Escape(app.Address + start) + @"[\w\-=?&/]*");
        return (await LetterAsync(to, letter => link.IsMatch(TextOf(letter)))) is { } found ? link.Match(TextOf(found)).Value : throw new InvalidOperationException();
    }

    /// <summary>Waits for a mail to someone in which this stands.</summary>
    public async Task<string> TextAsync(string to, string said) => TextOf(await LetterAsync(to, letter => TextOf(letter).Contains(said, StringComparison.Ordinal)));

    private async Task<Letter> LetterAsync(string to, Predicate<Letter> isSought)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [])
                if (!file.EndsWith(".part", StringComparison.Ordinal) && !_read.ContainsKey(file))
                    _read[file] = new(await File.ReadAllTextAsync(file, CancellationToken.None));
            // Mails of other tests lie beside ours; an address of this story is in no other.
            if (_read.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value).LastOrDefault(l => l["To"].Contains(to, StringComparison.Ordinal) && isSought(l)) is { } letter)
                return letter;
        }
        while (await TickAsync(look, to, patience.Token));
        throw new InvalidOperationException();
    }

    private async Task<bool> TickAsync(PeriodicTimer look, string to, CancellationToken patience)
    {
        try
        {
            return await look.WaitForNextTickAsync(patience);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No such mail to {to} within {s_patience}; there are: {string.Join(" | ", _read.Values.Select(l => $"{l["To"]}: {l["Subject"]}"))}");
        }
    }

    private static string TextOf(Letter letter) => (letter.Leaves.FirstOrDefault(l => l["Content-Type"].StartsWith("text/plain", StringComparison.Ordinal)) ?? letter.Leaves.First()).Text;
}
