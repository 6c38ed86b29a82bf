using System.Collections.Concurrent;
using System.Net.Sockets;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>Pairs of UDP ports of this machine, as many as are allowed.</summary>
/// <param name="bound">What they are bound to; any address of this machine where it names none.</param>
/// <param name="advertised">What is told to phones in place of it; empty for what they are bound to.</param>
/// <param name="first">The first port of the range, which is even; 0 takes whichever are free.</param>
internal sealed class PhonePorts(
    IPAddress bound, IReadOnlyList<IPAddress> advertised, int first, int pairsMax, Guard guard)
    : IPhonePorts, IAsyncDisposable
{
    private const int TriesMax = 50;

    // Discard: nothing is sent there, the operating system only looks up its way.
    private const int AnyPort = 9;

    private readonly ConcurrentDictionary<Pair, bool> _open = new();
    private readonly Lazy<SharedReceiveLoop?> _loop = new(() => SharedReceiveLoop.TryOpen(guard));
    private int _count;
    private int _last;

    public int Open => Volatile.Read(ref _count);

    public IPortPair? TryOpen(IPAddress? peer)
    {
        if (Interlocked.Increment(ref _count) <= pairsMax && TryBind(AddressTowards(peer)) is var (rtp, rtcp))
        {
            var pair = new Pair(this, rtp, rtcp, new IPEndPoint(ToldTo(rtp.Local.Address), rtp.Local.Port));
            _open[pair] = true;
            return pair;
        }

        Interlocked.Decrement(ref _count);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pair in _open.Keys)
        {
            pair.GiveBack();
            await pair.Rtp.DisposeAsync();
            await pair.Rtcp.DisposeAsync();
        }

        if (_loop is { IsValueCreated: true, Value: { } loop })
        {
            await loop.DisposeAsync();
        }
    }

    private IPAddress AddressTowards(IPAddress? peer)
    {
        var isAny = bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any);
        if (!isAny)
        {
            return bound;
        }

        // No description may name the address that means all of them: to a phone it is a hold.
        var loopback = bound.Equals(IPAddress.Any) ? IPAddress.Loopback : IPAddress.IPv6Loopback;
        if (peer is null || (bound.Equals(IPAddress.Any) && peer.AddressFamily != AddressFamily.InterNetwork))
        {
            return loopback;
        }

        try
        {
            using var socket = new Socket(peer.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(peer, AnyPort);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return loopback;
        }
    }

    private IPAddress ToldTo(IPAddress local) =>
        advertised.Contains(local) ? local
        : advertised.FirstOrDefault(a => a.AddressFamily == local.AddressFamily) ?? local;

    private (UdpEndpoint Rtp, UdpEndpoint Rtcp)? TryBind(IPAddress address)
    {
        for (var attempt = 0; attempt < (first == 0 ? TriesMax : pairsMax); attempt++)
        {
            var port = first == 0 ? 0 : first + (2 * ((Interlocked.Increment(ref _last) & int.MaxValue) % pairsMax));
            if (TryBind(address, port) is { } pair)
            {
                return pair;
            }
        }

        return null;
    }

    // Where any will do, the system chooses one, and the pair is the one that it belongs to.
    private static (UdpEndpoint Rtp, UdpEndpoint Rtcp)? TryBind(IPAddress address, int port)
    {
        UdpEndpoint? one = null;
        try
        {
            one = new UdpEndpoint(new IPEndPoint(address, port));
            var other = new UdpEndpoint(new IPEndPoint(address, one.Local.Port ^ 1));
            return one.Local.Port < other.Local.Port ? (one, other) : (other, one);
        }
        catch (SocketException)
        {
            one?.GiveBack();
            return null;
        }
    }

    private sealed class Pair(PhonePorts owner, UdpEndpoint rtp, UdpEndpoint rtcp, IPEndPoint advertised) : IPortPair
    {
        public IPacketPort Rtp => rtp;

        public IPacketPort Rtcp => rtcp;

        public IPEndPoint Advertised => advertised;

        public void Start(PacketHandler handler, Action<Failure> fail)
        {
            owner.Start(rtp, handler, fail);
            owner.Start(rtcp, handler, fail);
        }

        public void GiveBack()
        {
            if (owner._open.TryRemove(this, out _))
            {
                rtp.GiveBack();
                rtcp.GiveBack();
                Interlocked.Decrement(ref owner._count);
            }
        }
    }

    private void Start(UdpEndpoint port, PacketHandler handler, Action<Failure> fail)
    {
        if (_loop.Value is { } loop)
        {
            port.StartOn(loop, handler, guard, fail);
        }
        else
        {
            port.Start(handler, guard, fail);
        }
    }
}
