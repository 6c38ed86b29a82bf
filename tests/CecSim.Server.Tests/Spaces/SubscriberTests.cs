using CecSim.Control.Contracts;
using CecSim.Server.Spaces;
using CecSim.Server.Spaces.EventStream;
using CecSim.Simulation.SpaceEvents;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Spaces;

/// <summary>Who reads slower than things happen misses some, and is told how many and where.</summary>
public sealed class SubscriberTests : IDisposable
{
    private readonly Subscriber _subscriber = new(_ => { });
    private int _toldCount;

    public void Dispose() => _subscriber.Dispose();

    [Fact]
    public async Task What_does_not_fit_is_counted_where_it_is_missing()
    {
        Tell(Subscriber.WaitingMax + 5);
        await using var reading = Read().GetAsyncEnumerator(TestEnds);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await reading.MoveNextAsync());
            Assert.Equal(i, reading.Current.At.Ticks);
        }

        Tell(1);
        var rest = new List<SpaceEvent>();
        _subscriber.End();
        while (await reading.MoveNextAsync())
        {
            rest.Add(reading.Current);
        }

        Assert.Equal(Subscriber.WaitingMax - 10 + 2, rest.Count);
        Assert.Equal(5, Assert.IsType<EventsDropped>(rest[^2]).Count);
        Assert.Equal(Subscriber.WaitingMax + 5, rest[^1].At.Ticks);
    }

    [Fact]
    public async Task What_was_dropped_is_told_also_when_nothing_more_happens()
    {
        Tell(Subscriber.WaitingMax + 1);
        _subscriber.End();

        var all = new List<SpaceEvent>();
        await foreach (var item in Read())
        {
            all.Add(item);
        }

        Assert.Equal(1, Assert.IsType<EventsDropped>(all[^1]).Count);
        Assert.Equal(Subscriber.WaitingMax + 1, all.Count);
    }

    [Fact]
    public void Long_requests_are_dropped_by_their_size()
    {
        for (var i = 0; i < 10; i++)
        {
            _subscriber.Take(new FollowedEvent(new Long(DateTimeOffset.UnixEpoch)));
        }

        _subscriber.End();

        Assert.Equal(
            [typeof(Long), typeof(Long), typeof(Long), typeof(EventsDropped)],
            Read().ToBlockingEnumerable(TestEnds).Select(n => n.GetType()));
    }

    [Fact]
    public async Task A_reader_who_has_had_enough_is_let_go_in_the_midst_of_waiting()
    {
        using var enough = new CancellationTokenSource();
        var next = _subscriber.WaitAsync(enough.Token);
        Assert.False(next.IsCompleted);

        await enough.CancelAsync();

        Assert.False(await next);
    }

    private async IAsyncEnumerable<SpaceEvent> Read()
    {
        bool goesOn;
        do
        {
            goesOn = await _subscriber.WaitAsync(TestEnds);
            while (_subscriber.TryTake(out var item))
            {
                yield return item.Event;
            }
        }
        while (goesOn);
    }

    private void Tell(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _subscriber.Take(
                new FollowedEvent(new SpaceReset(new DateTimeOffset(_toldCount++, TimeSpan.Zero), ResetScope.State)));
        }
    }

    private sealed record Long(DateTimeOffset At) : SpaceEvent(At)
    {
        public override long BytesCount => Subscriber.WaitingBytesMax / 3;
    }
}
