using System.Threading.Channels;

namespace CecSim.Telephony.Sip.Flows;

/// <summary>What waits to be written to one connection. A peer that lets it fill up is given up.</summary>
internal sealed class SipOutbox(SipCounters tally)
{
    public const int MessagesMax = 256;

    private readonly Channel<ReadOnlyMemory<byte>> _messages = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MessagesMax) { SingleReader = true });

    public ChannelReader<ReadOnlyMemory<byte>> Reader => _messages.Reader;

    public bool IsOpen { get; private set; } = true;

    /// <summary>False when this message was the one too many, and the flow is to be closed.</summary>
    public bool TryPost(ReadOnlyMemory<byte> message)
    {
        if (!IsOpen || _messages.Writer.TryWrite(message))
        {
            return true;
        }

        if (Close())
        {
            tally.SlowPeer();
        }

        return false;
    }

    /// <summary>Whether it was open.</summary>
    public bool Close()
    {
        IsOpen = false;
        return _messages.Writer.TryComplete();
    }
}
