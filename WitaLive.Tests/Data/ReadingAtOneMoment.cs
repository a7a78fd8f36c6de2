using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.Tests.Data;

public class ReadingAtOneMoment
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Sees_nothing_of_what_others_write_meanwhile_and_does_not_hold_them_up(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        await WriteAsync("before@example.org");

        await using var db = databases.CreateDbContext();
        var counts = new List<int>();
        await db.ReadAtOneMomentAsync(async () =>
        {
            counts.Add(await db.Persons.CountAsync());
            await WriteAsync("meanwhile@example.org");
            counts.Add(await db.Persons.CountAsync());
        }, CancellationToken.None);
        counts.Add(await db.Persons.CountAsync());
        db.Add(A.Person("after@example.org"));
        await db.SaveChangesAsync();
        counts.Add(await db.Persons.CountAsync());

        Assert.Equal([1, 1, 2, 3], counts);

        async Task WriteAsync(string email)
        {
            await using var other = databases.CreateDbContext();
            other.Add(A.Person(email));
            await other.SaveChangesAsync();
        }
    }
}
