namespace CecSim.Telephony.Sip;

/// <summary>
/// A way to one peer (RFC 5626, section 3.2). A call stays on the flow that brought its INVITE, because no address
/// leads back to a browser.
/// </summary>
public abstract class SipFlow
{
    /// <summary>Who we are in our Contact.</summary>
    public const string ContactUser = "cecsim";

    private readonly SipTrace _trace;

    internal SipFlow(SipTransport transport, IPEndPoint? remote, SipTrace trace)
    {
        Transport = transport;
        Remote = remote;
        _trace = trace;
    }

    public SipTransport Transport { get; }

    /// <summary>Null when the host does not know it.</summary>
    public IPEndPoint? Remote { get; }

    /// <summary>This side's address of it; null when the host does not know it.</summary>
    public virtual IPEndPoint? Local => null;

    /// <summary>Breaks the connection without a farewell. Datagrams have none, and go on.</summary>
    public virtual void Drop()
    {
    }

    internal bool IsReliable => Transport != SipTransport.Udp;

    internal bool IsWebSocket => Transport is SipTransport.Ws or SipTransport.Wss;

    internal abstract bool IsOpen { get; }

    /// <summary>The name or address that stands for us in Via and Contact.</summary>
    internal abstract string LocalHost { get; }

    /// <summary>Our Contact on this flow.</summary>
    internal string Contact => $"<sip:{ContactUser}@{LocalHost}{ContactParameter}>";

    private string ContactParameter => Transport switch
    {
        SipTransport.Udp => "",
        SipTransport.Tcp => ";transport=tcp",
        SipTransport.Tls => ";transport=tls",
        SipTransport.Ws or SipTransport.Wss => ";transport=ws",
    };

    /// <summary>The Via of our own requests. On UDP the answers shall come back the way the request went.</summary>
    internal string ViaFor(string branch) =>
        $"SIP/2.0/{Transport.ToString().ToUpperInvariant()} {LocalHost};branch={branch}{(IsReliable ? "" : ";rport")}";

    /// <summary>The peer has shown that it gets what is sent to its address.</summary>
    internal virtual void Prove()
    {
    }

    /// <summary>How long an answer may be; null for no limit.</summary>
    /// <param name="requestBytes">The length of what is answered.</param>
    internal virtual int? AnswerBytesMax(int requestBytes) => null;

    /// <summary>As the peer knows its address: a socket of both kinds shows IPv4 within IPv6.</summary>
    private protected static IPEndPoint Plain(IPEndPoint address) =>
        address.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(address.Address.MapToIPv4(), address.Port) : address;

    /// <summary>Never blocks. What cannot be sent is counted, and a peer that does not read is dropped.</summary>
    internal void Send(ReadOnlyMemory<byte> message)
    {
        // Before it goes out: the answer may come before this thread goes on.
        _trace.Note(this, isIncoming: false, message);
        Write(message);
    }

    private protected abstract void Write(ReadOnlyMemory<byte> message);

    /// <summary>The flow that answers take: this one, unless the Via of a datagram wants another port.</summary>
    internal virtual SipFlow ForAnswersTo(SipVia via) => this;
}
