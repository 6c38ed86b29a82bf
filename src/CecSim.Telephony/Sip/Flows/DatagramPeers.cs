using System.Runtime.InteropServices;

namespace CecSim.Telephony.Sip.Flows;

/// <summary>
/// The addresses that datagrams of a port open to others claim to come from. One that has not yet shown that it gets
/// what is sent to it may be forged: it is heard at a limited rate, and nothing longer is sent to it than came in
/// its name, nor three times as much in all (the measure of RFC 9000, section 8.1). Whoever sends more than is heard
/// waits, as SIP's own timers have it.
/// </summary>
internal sealed class DatagramPeers(TimeProvider clock)
{
    public const int BurstMax = 50;

    private const double PerSecond = 20;
    private const int BurstOfAllMax = 1_000;
    private const double PerSecondOfAll = 500;
    private const int AmplificationMax = 3;
    private const int UnseenMax = 10_000;
    private const int SeenMax = 20_000;

    // Longer than a call lasts in which nobody says anything: its BYE must get through.
    private static readonly TimeSpan SeenFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan UnseenFor = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, long> _seen = [];
    private readonly Dictionary<IPAddress, Stranger> _unseen = [];
    private Stranger _others;
    private Allowance _all;

    /// <summary>A datagram came; false when it comes too fast.</summary>
    public bool Admit(IPAddress from, int bytes)
    {
        lock (_gate)
        {
            if (HasSeen(from))
            {
                return true;
            }

            ref var stranger = ref StrangerAt(from);
            return stranger.TryHear(bytes, clock) && _all.TryTake(BurstOfAllMax, PerSecondOfAll, clock);
        }
    }

    /// <summary>The address has answered to what only it could know.</summary>
    public void Prove(IPAddress address)
    {
        lock (_gate)
        {
            _unseen.Remove(address);
            if (_seen.Count >= SeenMax)
            {
                RemoveOld(_seen, at => at, SeenFor);
            }

            if (_seen.Count < SeenMax)
            {
                _seen[address] = clock.GetTimestamp();
            }
        }
    }

    public bool IsSeen(IPAddress address)
    {
        lock (_gate)
        {
            return HasSeen(address);
        }
    }

    /// <summary>Whether so much may be sent there. Nobody elsewhere can forge a loopback address.</summary>
    public bool TrySpend(IPAddress to, int bytes)
    {
        lock (_gate)
        {
            if (HasSeen(to) || IPAddress.IsLoopback(to))
            {
                return true;
            }

            return StrangerAt(to).TrySpend(bytes);
        }
    }

    private bool HasSeen(IPAddress address) =>
        _seen.TryGetValue(address, out var at) && clock.GetElapsedTime(at) < SeenFor;

    // Where there are too many of them, forged ones most likely, the rest share one allowance.
    private ref Stranger StrangerAt(IPAddress address)
    {
        if (!_unseen.ContainsKey(address))
        {
            if (_unseen.Count >= UnseenMax)
            {
                RemoveOld(_unseen, s => s.HeardAt, UnseenFor);
            }

            if (_unseen.Count >= UnseenMax)
            {
                return ref _others;
            }

            _unseen[address] = default;
        }

        return ref CollectionsMarshal.GetValueRefOrNullRef(_unseen, address);
    }

    private void RemoveOld<T>(Dictionary<IPAddress, T> table, Func<T, long> at, TimeSpan limit)
    {
        foreach (var old in table.Where(e => clock.GetElapsedTime(at(e.Value)) >= limit).Select(e => e.Key).ToList())
        {
            table.Remove(old);
        }
    }

    private struct Stranger
    {
        private Allowance _rate;
        private long _cameBytes;
        private long _sentBytes;
        private int _longestBytes;

        public readonly long HeardAt => _rate.TakenAt;

        public bool TryHear(int bytes, TimeProvider clock)
        {
            if (HeardAt != 0 && clock.GetElapsedTime(HeardAt) >= UnseenFor)
            {
                this = default;
            }

            if (!_rate.TryTake(BurstMax, PerSecond, clock))
            {
                return false;
            }

            _cameBytes += bytes;
            _longestBytes = Math.Max(_longestBytes, bytes);
            return true;
        }

        // What is longer than any question has to wait until the question was asked often enough.
        public bool TrySpend(int bytes)
        {
            var sent = _sentBytes + bytes;
            if (sent > AmplificationMax * _cameBytes || (bytes > _longestBytes && sent > _cameBytes))
            {
                return false;
            }

            _sentBytes = sent;
            return true;
        }
    }

    private struct Allowance
    {
        private double _spent;

        public long TakenAt { get; private set; }

        public bool TryTake(int burstMax, double perSecond, TimeProvider clock)
        {
            var elapsed = TakenAt == 0 ? TimeSpan.Zero : clock.GetElapsedTime(TakenAt);
            TakenAt = clock.GetTimestamp();
            _spent = Math.Max(0, _spent - (elapsed.TotalSeconds * perSecond));
            if (_spent >= burstMax)
            {
                return false;
            }

            _spent++;
            return true;
        }
    }
}
