using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.Tests.Domain.Rulings;

public class TheReadingLot
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    [Fact]
    public void Falls_alike_on_the_same_file_whenever_it_is_drawn_and_otherwise_with_another_key()
    {
        var files = Files(2000);
        var (once, again, other) = (Drawn(files, s_key), Drawn(files, s_key), Drawn(files, [.. s_key.Reverse()]));

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void Falls_on_about_one_in_twenty_though_ids_follow_each_other() // 100 of 2,000 expected; five times the spread is 49
    {
        Assert.InRange(Drawn(Files(2000), s_key).Count, 51, 149);
        Assert.All(Files(20), file => Assert.True(ReadingLot.Falls(file, 1, s_key)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReadingLot.Falls(default, 0, s_key));
    }

    private static List<FileId> Files(int count) => [.. Enumerable.Range(1, count).Select(n => new FileId(new Guid(n, 0, 0, new byte[8])))];

    private static List<FileId> Drawn(List<FileId> files, byte[] key) => files.FindAll(file => ReadingLot.Falls(file, TheRules.InForce.Rulings.ReadOneIn, key));
}
