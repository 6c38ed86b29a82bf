namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>How many handshakes may be half open at once. A client that finds no room repeats its hello.</summary>
internal sealed class HandshakeQuota(int max)
{
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= max)
        {
            return true;
        }

        Interlocked.Decrement(ref _open);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _open);
}
