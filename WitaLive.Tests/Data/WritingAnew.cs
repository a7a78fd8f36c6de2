using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;

namespace WitaLive.Tests.Data;

public class WritingAnew
{
    public static TheoryData<Exception> Losses => new(
        new DbUpdateException("another row has this key"),
        new DbUpdateConcurrencyException("the row moved on"),
        new SqliteException("database is locked", 5),
        new InvalidOperationException("likely due to a transient failure", new SqliteException("could not serialize access", 5)),
        new InvalidOperationException("likely due to a transient failure", new DbUpdateException("could not serialize access")));

    [Theory, MemberData(nameof(Losses), DisableDiscoveryEnumeration = true)]
    public async Task Decides_again_on_what_another_writer_left(Exception loss)
    {
        var tries = 0;

        Assert.Equal(3, await Anew.UntilWrittenAsync(() => ++tries < 3 ? Task.FromException<int>(loss) : Task.FromResult(tries), default));
    }

    [Theory, MemberData(nameof(Losses), DisableDiscoveryEnumeration = true)]
    public async Task Says_so_when_it_is_no_other_writer(Exception loss)
    {
        var tries = 0;

        Assert.Same(loss, await Assert.ThrowsAnyAsync<Exception>(() => Anew.UntilWrittenAsync(() => Fail(ref tries, loss), default)));
        Assert.InRange(tries, 2, 20);
    }

    [Fact]
    public async Task Does_nothing_again_that_was_no_loss_or_that_nobody_waits_for()
    {
        var tries = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Anew.UntilWrittenAsync(() => Fail(ref tries, new InvalidOperationException("a fault in the program")), default));
        await Assert.ThrowsAsync<DbUpdateException>(() => Anew.UntilWrittenAsync(() => Fail(ref tries, new DbUpdateException("late")), new(canceled: true)));
        Assert.Equal(2, tries);
    }

    private static Task<int> Fail(ref int tries, Exception why)
    {
        tries++;
        return Task.FromException<int>(why);
    }
}
