namespace CecSim.Simulation.SpaceEvents;

/// <summary>Where a space tells what happens in it. While nobody follows it, that is one look at a field.</summary>
public sealed class SpaceEventPublisher
{
    private volatile Action<SpaceEvent>? _subscriber;

    /// <summary>Whether events are worth making.</summary>
    public bool HasSubscriber => _subscriber is not null;

    /// <summary>
    /// Takes all events from now on; null for nobody. It is called where they happen, often under the space's lock,
    /// and must neither wait nor fail.
    /// </summary>
    public void Subscribe(Action<SpaceEvent>? subscriber) => _subscriber = subscriber;

    public void Publish(SpaceEvent item) => _subscriber?.Invoke(item);
}
