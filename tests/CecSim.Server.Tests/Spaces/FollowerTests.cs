using CecSim.Server.Spaces;
using CecSim.Server.Spaces.Following;
using CecSim.Simulation.News;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Spaces;

/// <summary>Who reads slower than things happen misses some, and is told how many and where.</summary>
public sealed class FollowerTests : IDisposable
{
    private readonly Follower _follower = new(_ => { });
    private int _toldCount;

    public void Dispose() => _follower.Dispose();

    [Fact]
    public async Task What_does_not_fit_is_counted_where_it_is_missing()
    {
        Tell(Follower.WaitingMax + 5);
        await using var reading = Read().GetAsyncEnumerator(TestEnds);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await reading.MoveNextAsync());
            Assert.Equal(i, reading.Current.At.Ticks);
        }

        Tell(1);
        var rest = new List<SpaceNews>();
        _follower.End();
        while (await reading.MoveNextAsync())
        {
            rest.Add(reading.Current);
        }

        Assert.Equal(Follower.WaitingMax - 10 + 2, rest.Count);
        Assert.Equal(5, Assert.IsType<NewsDropped>(rest[^2]).Count);
        Assert.Equal(Follower.WaitingMax + 5, rest[^1].At.Ticks);
    }

    [Fact]
    public async Task What_was_dropped_is_told_also_when_nothing_more_happens()
    {
        Tell(Follower.WaitingMax + 1);
        _follower.End();

        var all = new List<SpaceNews>();
        await foreach (var item in Read())
        {
            all.Add(item);
        }

        Assert.Equal(1, Assert.IsType<NewsDropped>(all[^1]).Count);
        Assert.Equal(Follower.WaitingMax + 1, all.Count);
    }

    [Fact]
    public void Long_requests_are_dropped_by_their_size()
    {
        for (var i = 0; i < 10; i++)
        {
            _follower.Take(new Long(DateTimeOffset.UnixEpoch));
        }

        _follower.End();

        Assert.Equal(
            [typeof(Long), typeof(Long), typeof(Long), typeof(NewsDropped)],
            Read().ToBlockingEnumerable(TestEnds).Select(n => n.GetType()));
    }

    [Fact]
    public async Task A_reader_who_has_had_enough_is_let_go_in_the_midst_of_waiting()
    {
        using var enough = new CancellationTokenSource();
        await using var reading = _follower.ReadAsync(enough.Token).GetAsyncEnumerator(TestEnds);
        var next = reading.MoveNextAsync();
        Assert.False(next.IsCompleted);

        await enough.CancelAsync();

        Assert.False(await next);
    }

    private IAsyncEnumerable<SpaceNews> Read() => _follower.ReadAsync(TestEnds);

    private void Tell(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _follower.Take(new SpaceReset(new DateTimeOffset(_toldCount++, TimeSpan.Zero), ResetScope.State));
        }
    }

    private sealed record Long(DateTimeOffset At) : SpaceNews(At)
    {
        public override long BytesCount => Follower.WaitingBytesMax / 3;
    }
}
