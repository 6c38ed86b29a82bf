using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Media;

/// <summary>
/// Joins two legs: whichever of them has <see cref="MediaSource.Peer"/> as its source sends what the other receives,
/// under its own numbers. Reports, repairs and keys stay each leg's own; requests for key frames go across. Any thread
/// may call it.
/// </summary>
public sealed class MediaBridge : IDisposable, IMediaJoin
{
    private readonly ForwardQueue _toAgent = new();
    private readonly ForwardQueue _toCustomer = new();
    private int _isOver;

    private MediaBridge(MediaCall customer, MediaCall agent)
    {
        Customer = customer;
        Agent = agent;
    }

    public MediaCall Customer { get; }

    public MediaCall Agent { get; }

    /// <summary>They are apart: <see cref="Part"/> was called, one has ended, or one is in another bridge.</summary>
    public bool IsOver => Volatile.Read(ref _isOver) == 1;

    /// <summary>Packets that one leg had for the other while too many waited.</summary>
    public long Dropped => _toAgent.Dropped + _toCustomer.Dropped;

    /// <summary>
    /// Joins two legs from here on; a bridge that one of them is in before is over. Whichever ends first ends the
    /// bridge, and the other one goes on with silence.
    /// </summary>
    /// <exception cref="ArgumentException">They are one and the same.</exception>
    public static MediaBridge Join(MediaCall customer, MediaCall agent)
    {
        if (customer == agent)
        {
            throw new ArgumentException("A leg cannot be joined to itself.", nameof(agent));
        }

        var bridge = new MediaBridge(customer, agent);
        customer.BridgeLeg?.Join.Leave(customer);
        agent.BridgeLeg?.Join.Leave(agent);
        var isJoined = customer.Join(new BridgeLeg(bridge, bridge._toAgent, bridge._toCustomer));
        isJoined &= agent.Join(new BridgeLeg(bridge, bridge._toCustomer, bridge._toAgent));
        if (!isJoined)
        {
            bridge.Part();
        }

        customer.Forward();
        agent.Forward();
        return bridge;
    }

    /// <summary>From its return on nothing goes across.</summary>
    public void Part()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            Customer.Part(this);
            Agent.Part(this);
        }
    }

    public void Dispose() => Part();

    void IMediaJoin.Take(MediaCall from) => (from == Customer ? Agent : Customer).TakeForwarded(this);

    void IMediaJoin.Tick(MediaCall of)
    {
    }

    void IMediaJoin.Leave(MediaCall gone) => Part();
}
