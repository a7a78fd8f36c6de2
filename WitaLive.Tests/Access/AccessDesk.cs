using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.People;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Access;

/// <summary>The services of access and people over one database, with a clock in the test's hand.</summary>
internal sealed class AccessDesk(Databases databases) : IAsyncDisposable
{
    private static readonly Names s_names = new(File.ReadAllText(Path.Combine(Demo.Shipped.Shipped, "names.json")));

    private readonly ServiceProvider _texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Passwords Passwords => new(
        databases, new PasswordHasher<Account>(), new HolderLinks(new(Demo.Rules, Clock, new(new(Localizer<MailTexts>(), Site), Site, Demo.Rules, s_names, Localizer<AttestationTexts>(), Localizer<FileTexts>()))), Clock);

    public Invitations Invitations => new(databases, new(Localizer<MailTexts>(), Site), Localizer<AccessTexts>(), s_names, Site, new JobBell([]));

    public PeopleDesk People => new(
        databases, new CommissionDirectory(databases, Demo.Rules),
        new SeatWords(s_names, Demo.Law, Demo.Rules, Clock));

    private static SiteAddress Site => new(new Uri("https://live.example.be/"));

    public async Task<Person> AddAsync(string language = "fr", params string[] roles)
    {
        var person = A.Person(null, language);
        await using var db = databases.CreateDbContext();
        db.Add(person);
        if (roles.Length > 0)
            db.Add(Account.Of(person));
        foreach (var role in roles)
            db.Add(new IdentityUserRole<Guid> { UserId = person.Id.Value, RoleId = Roles.All.First(r => r.Name == role).Id });
        await db.SaveChangesAsync();
        return person;
    }

    public async Task<List<OutgoingMail>> MailsAsync()
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().ToListAsync();
    }

    /// <summary>The secret of the link in the newest mail.</summary>
    public async Task<string> SecretAsync() => SecretIn((await MailsAsync()).MaxBy(m => m.CreatedAt)!.Text);

    public static string SecretIn(string text) => text[(text.IndexOf("key=", StringComparison.Ordinal) + 4)..].Split('\n', '\r', ' ')[0];

    public async Task<T> AskAsync<T>(Func<WitaLiveDb, Task<T>> question)
    {
        await using var db = databases.CreateDbContext();
        return await question(db);
    }

    public ValueTask DisposeAsync() => _texts.DisposeAsync();

    private IStringLocalizer<T> Localizer<T>() => _texts.GetRequiredService<IStringLocalizer<T>>();
}
