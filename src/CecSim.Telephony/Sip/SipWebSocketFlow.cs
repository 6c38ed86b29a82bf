using System.Threading.Channels;
using CecSim.Telephony.Sip.Flows;

namespace CecSim.Telephony.Sip;

/// <summary>
/// SIP over WebSocket (RFC 7118). The host owns the socket: it brings every message that comes in, writes every one
/// of <see cref="Outgoing"/>, and closes the socket when that ends. Disposing says that the socket is gone.
/// </summary>
public sealed class SipWebSocketFlow : SipFlow, IDisposable
{
    // RFC 7118, section 5.2.1 and RFC 2606: nobody can reach this name, and nobody has to.
    private const string Name = "cecsim.invalid";

    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    private readonly ISipReception _reception;
    private readonly SipOutbox _outbox;

    internal SipWebSocketFlow(ISipReception reception, bool isSecure, IPEndPoint? remote, IPEndPoint? local)
        : base(isSecure ? SipTransport.Wss : SipTransport.Ws, remote, reception.Trace)
    {
        _reception = reception;
        _outbox = new SipOutbox(reception.Tally);
        Local = local;
    }

    /// <summary>Whole messages in UTF-8, one per WebSocket message.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Outgoing => _outbox.Reader;

    /// <summary>The host shall not even close the socket in good order.</summary>
    public bool IsDropped { get; private set; }

    public override IPEndPoint? Local { get; }

    internal override bool IsOpen => _outbox.IsOpen;

    internal override string LocalHost => Name;

    /// <summary>Takes a whole WebSocket message. Its buffer may be used again afterwards.</summary>
    public void Receive(ReadOnlySpan<byte> message)
    {
        // The keep-alive of RFC 5626, section 4.4.1.
        if (message is [(byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            Send(Pong);
        }
        else if (message.ContainsAnyExcept((byte)'\r', (byte)'\n'))
        {
            _reception.Receive(this, message.ToArray());
        }
    }

    /// <summary>The peer has closed its WebSocket in good order: a page that was left does not come back.</summary>
    public void Leave()
    {
        _outbox.Close();
        _reception.Lost(this, isFarewell: true);
    }

    public override void Drop()
    {
        IsDropped = true;
        Dispose();
    }

    public void Dispose()
    {
        _outbox.Close();
        _reception.Lost(this);
    }

    private protected override void Write(ReadOnlyMemory<byte> message)
    {
        if (!_outbox.TryPost(message))
        {
            _reception.Lost(this, isFarewell: true);
        }
    }
}
