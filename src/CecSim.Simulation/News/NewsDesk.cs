namespace CecSim.Simulation.News;

/// <summary>Where a space tells what happens in it. While nobody follows it, that is one look at a field.</summary>
public sealed class NewsDesk
{
    private volatile Action<SpaceNews>? _follower;

    /// <summary>Whether news are worth making.</summary>
    public bool IsFollowed => _follower is not null;

    /// <summary>
    /// Takes all news from now on; null for nobody. It is called where they happen, most often under the space's lock,
    /// and must neither wait nor fail.
    /// </summary>
    public void Follow(Action<SpaceNews>? follower) => _follower = follower;

    public void Tell(SpaceNews item) => _follower?.Invoke(item);
}
