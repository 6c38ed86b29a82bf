namespace CecSim.Telephony.Tests.Sip;

/// <summary>What a peer sends and gets, without a network in between.</summary>
internal abstract class Phone
{
    public abstract SipFlow Flow { get; }

    /// <summary>How the Via names the transport.</summary>
    public string Transport => Flow.Transport.ToString().ToUpperInvariant();

    public static Phone OnWebSocket(SipServer server) => new Web(server.OpenWebSocket(isSecure: false, remote: null));

    public static Phone OnDatagrams(SipServer server) => new Datagrams(server);

    public abstract void Send(string text);

    /// <summary>The next message; null when there is none.</summary>
    public abstract SipWireText? Next();

    public abstract void HangUpFlow();

    public SipWireText Take() => Next() ?? throw new InvalidOperationException("Nothing came.");

    /// <summary>Waits for the next message, where others keep the server busy at the same time.</summary>
    public virtual ValueTask<SipWireText> TakeAsync() => ValueTask.FromResult(Take());

    public SipWireText Ask(string text)
    {
        Send(text);
        return Take();
    }

    public List<SipWireText> TakeAll()
    {
        var all = new List<SipWireText>();
        while (Next() is { } wire)
        {
            all.Add(wire);
        }

        return all;
    }

    private sealed class Web(SipWebSocketFlow flow) : Phone
    {
        public override SipFlow Flow => flow;

        public override void Send(string text) => flow.Receive(Encoding.UTF8.GetBytes(text));

        public override SipWireText? Next() =>
            flow.Outgoing.TryRead(out var message) ? new SipWireText(Encoding.UTF8.GetString(message.Span)) : null;

        public override async ValueTask<SipWireText> TakeAsync() => new(Encoding.UTF8.GetString(
            (await flow.Outgoing.ReadAsync(TestContext.Current.CancellationToken)).Span));

        public override void HangUpFlow() => flow.Dispose();
    }

    private sealed class Datagrams(SipServer server) : Phone
    {
        private readonly DatagramFlow _flow = new(server.Trace);

        public override SipFlow Flow => _flow;

        public override void Send(string text) => server.Reception.Receive(_flow, Encoding.UTF8.GetBytes(text));

        public override SipWireText? Next() => _flow.Sent.TryDequeue(out var text) ? new SipWireText(text) : null;

        public override void HangUpFlow() => server.Reception.Lost(_flow);
    }

    private sealed class DatagramFlow(SipTrace trace)
        : SipFlow(SipTransport.Udp, new IPEndPoint(IPAddress.Loopback, 5099), trace)
    {
        public Queue<string> Sent { get; } = new();

        internal override bool IsOpen => true;

        internal override string LocalHost => "127.0.0.1:5060";

        private protected override void Write(ReadOnlyMemory<byte> message) =>
            Sent.Enqueue(Encoding.UTF8.GetString(message.Span));
    }
}
