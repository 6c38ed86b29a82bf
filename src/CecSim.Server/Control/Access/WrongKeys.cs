using System.Net.Sockets;

namespace CecSim.Server.Control.Access;

/// <summary>
/// Slows down whoever guesses control keys: after a few slips the answers to wrong keys wait, longer each time. A right
/// key never waits, wherever it comes from.
/// </summary>
internal sealed class WrongKeys(TimeProvider time)
{
    private const int SlipsMax = 3;
    private const int AddressesMax = 10_000;
    private const int WaitingMax = 500;
    private const int WaitingOfAddressMax = 10;
    private const int NetworkBytesOfIPv6 = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Guesser> _guessers = [];
    private readonly Queue<IPAddress> _oldest = [];
    private int _waiting;

    /// <summary>Waits as long as the address has earned.</summary>
    /// <returns>False when so many wait already that this one is not worth the room.</returns>
    public async Task<bool> WaitAsync(IPAddress? address, CancellationToken aborted)
    {
        var guesser = Count(NetworkOf(address ?? IPAddress.None));
        if (WaitOf(guesser.Slips) is not { Ticks: > 0 } wait)
        {
            return true;
        }

        if (!TryEnter(guesser))
        {
            return false;
        }

        try
        {
            await Task.Delay(wait, time, aborted);
        }
        finally
        {
            Leave(guesser);
        }

        return true;
    }

    private static TimeSpan WaitOf(int slips) =>
        slips <= SlipsMax ? TimeSpan.Zero
        : FirstWait * Math.Pow(2, Math.Min(slips - SlipsMax - 1, 10)) is var wait && wait < LastWait ? wait
        : LastWait;

    // One subscriber has a whole /64 (RFC 6177).
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytesOfIPv6).Clear();
        return new IPAddress(bytes);
    }

    private Guesser Count(IPAddress network)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_guessers.TryGetValue(network, out var known))
            {
                known.Slips = time.GetElapsedTime(known.LastAt, now) > ForgottenAfter ? 1 : known.Slips + 1;
                known.LastAt = now;
                return known;
            }

            if (_guessers.Count == AddressesMax)
            {
                _guessers.Remove(_oldest.Dequeue());
            }

            _oldest.Enqueue(network);
            return _guessers[network] = new Guesser { Slips = 1, LastAt = now };
        }
    }

    private bool TryEnter(Guesser guesser)
    {
        lock (_gate)
        {
            if (_waiting == WaitingMax || guesser.Waiting == WaitingOfAddressMax)
            {
                return false;
            }

            _waiting++;
            guesser.Waiting++;
            return true;
        }
    }

    private void Leave(Guesser guesser)
    {
        lock (_gate)
        {
            _waiting--;
            guesser.Waiting--;
        }
    }

    private sealed class Guesser
    {
        public int Slips { get; set; }

        public long LastAt { get; set; }

        public int Waiting { get; set; }
    }
}
