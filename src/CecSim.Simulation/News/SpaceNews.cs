namespace CecSim.Simulation.News;

/// <summary>Something that has just happened in a space, for whoever follows it.</summary>
/// <param name="At">In the space's time.</param>
public abstract record SpaceNews(DateTimeOffset At)
{
    /// <summary>Roughly what it takes in memory while it waits to be read.</summary>
    public virtual long BytesCount => 500;
}
