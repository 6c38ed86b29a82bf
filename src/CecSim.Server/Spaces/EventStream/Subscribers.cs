using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>Who follows a space. While nobody does, the space does not even make its events.</summary>
internal sealed class Subscribers
{
    public const int CountMax = 32;

    private readonly Lock _gate = new();
    private volatile Subscriber[] _all = [];
    private SpaceEventPublisher? _desk;
    private bool _isOver;

    /// <returns>Null when there are as many as there may be.</returns>
    public Subscriber? Add()
    {
        lock (_gate)
        {
            if (_all.Length >= CountMax)
            {
                return null;
            }

            var subscriber = new Subscriber(Remove);
            if (_isOver)
            {
                subscriber.End();
                return subscriber;
            }

            Become([.. _all, subscriber]);
            return subscriber;
        }
    }

    /// <summary>They hear of another space from now on: what was before is silent.</summary>
    public void Move(SpaceEventPublisher? from, SpaceEventPublisher to)
    {
        lock (_gate)
        {
            from?.Subscribe(null);
            _desk = to;
            Become(_all);
        }
    }

    /// <summary>The space is no more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var subscriber in _all)
            {
                subscriber.End();
            }

            Become([]);
        }
    }

    private void Remove(Subscriber subscriber)
    {
        lock (_gate)
        {
            Become([.. _all.Where(f => f != subscriber)]);
        }
    }

    private void Become(Subscriber[] all)
    {
        _all = all;
        _desk?.Subscribe(all.Length > 0 ? Spread : null);
    }

    private void Spread(SpaceEvent item)
    {
        var followed = new FollowedEvent(item);
        foreach (var subscriber in _all)
        {
            subscriber.Take(followed);
        }
    }
}
