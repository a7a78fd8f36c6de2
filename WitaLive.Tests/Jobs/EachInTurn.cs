using WitaLive.App.Jobs;

namespace WitaLive.Tests.Jobs;

public class EachInTurn
{
    [Fact]
    public async Task Goes_on_after_a_fault_and_tells_it_at_the_end()
    {
        var done = new List<int>();

        var faults = await Assert.ThrowsAsync<AggregateException>(() => Each.InTurnAsync([1, 2, 3], one =>
        {
            if (one == 2)
                throw new InvalidOperationException("no such chamber");
            done.Add(one);
            return Task.CompletedTask;
        }));

        Assert.Equal([1, 3], done);
        Assert.Equal("2: no such chamber", Assert.Single(faults.InnerExceptions).Message);
    }

    [Fact]
    public async Task Ends_at_once_when_it_is_called_off() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Each.InTurnAsync([1, 2], _ => Task.FromCanceled(new CancellationToken(canceled: true))));
}
