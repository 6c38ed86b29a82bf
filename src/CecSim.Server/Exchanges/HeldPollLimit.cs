namespace CecSim.Server.Exchanges;

/// <summary>How many long polls the server holds at once, of all spaces together: each is a connection.</summary>
internal sealed class HeldPollLimit(CecSimArgs args)
{
    private int _count;

    /// <returns>False when there is no room; else leave later.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= args.HeldPollsMax)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
