using System.Net.Sockets;
using CecSim.Telephony.Tests.Registrar;
using CecSim.Telephony.Tests.Sip.Flows;

namespace CecSim.Telephony.Tests.Sip.Sipp;

/// <summary>Calls by a proxy that stays in them, each way, as docs/behind-a-proxy.md has it.</summary>
public sealed class KamailioTests : IAsyncDisposable
{
    private readonly SipTestServer _bench = new(clock: TimeProvider.System);
    private readonly IPEndPoint _udp;

    public KamailioTests() => _udp = _bench.Server.ListenUdp(new IPEndPoint(IPAddress.Loopback, 0)).LocalEndPoint;

    public ValueTask DisposeAsync() => _bench.Server.DisposeAsync();

    [Fact]
    public async Task A_caller_with_100rel_and_a_session_timer_calls_by_it_and_hangs_up()
    {
        await using var proxy = await Kamailio.StartAsync(_udp);
        _bench.Decide = async invite =>
        {
            invite.Ring();
            await Eventually.IsTrueAsync("its PRACK is answered", () => _bench.Server.Trace.MessagesOf(invite.CallId)
                .Any(m => m.StartLine == "SIP/2.0 200 OK"));
            return new InviteDecision.Answer(Caller.Answer);
        };

        await SippRun.PassesAsync(proxy.Address, "-t", "u1", "-sf", SippRun.Scenario("pbx"), "-m", "10", "-r", "10");

        Assert.Equal(10, _bench.Invites.Count);
        Assert.All(_bench.Heard, h => Assert.Equal("ended CallerHungUp", h));
        Assert.All(_bench.Invites, i => Assert.Contains(
            i.Headers, h => h.Name == "Record-Route" && h.Value.Contains($":{proxy.Address.Port}")));
        Assert.Equal(0, _bench.Server.Load.CallsCount);
    }

    [Fact]
    public async Task A_phone_that_registers_by_it_is_called_by_it_and_hung_up_on()
    {
        await using var proxy = await Kamailio.StartAsync(_udp);
        using var socket = new SocketPhone(ProtocolType.Udp, proxy.Address);
        var phone = new ProxiedPhone(socket, Phone.OnDatagrams(_bench.Server).Flow);
        var softphone = new Softphone(phone) { Contact = $"<sip:1001@127.0.0.1:{socket.Port}>" };
        Assert.Equal(200, softphone.Register("Expires: 3600\r\n").Status);
        var told = new Told();

        _bench.Server.Invite(
            new OutgoingInvite("AnonymousCard", "1001", "cec.test"),
            [.. _bench.Server.Registrar.Find("1001", "cec.test").Select(b => new InvitedContact(b, Caller.Offer))],
            told);
        var invite = await phone.TakeRequestAsync("INVITE");
        Answer(invite, "200 OK", Caller.Answer);
        await phone.TakeRequestAsync("ACK");
        (await told.Call.Task).HangUp("enough");
        var bye = await phone.TakeRequestAsync("BYE");
        Answer(bye, "200 OK", "");

        Assert.Equal(2, invite.All("Via").Length);
        Assert.StartsWith($"BYE sip:1001@127.0.0.1:{socket.Port} ", bye.StartLine, StringComparison.Ordinal);
        Assert.Equal(2, bye.All("Via").Length);

        void Answer(SipWireText request, string status, string sdp) => phone.Send(
            $"SIP/2.0 {status}\r\n" +
            string.Concat(request.All("Via").Select(v => $"Via: {v}\r\n")) +
            string.Concat(request.All("Record-Route").Select(r => $"Record-Route: {r}\r\n")) +
            $"From: {request["From"]}\r\nTo: {request["To"]!.Split(";tag=")[0]};tag=phone\r\n" +
            $"Call-ID: {request["Call-ID"]}\r\nCSeq: {request["CSeq"]}\r\n" +
            $"Contact: <sip:1001@127.0.0.1:{socket.Port}>\r\n" +
            (sdp.Length == 0 ? "" : "Content-Type: application/sdp\r\n") +
            $"Content-Length: {sdp.Length}\r\n\r\n{sdp}");
    }

    private sealed class ProxiedPhone(SocketPhone socket, SipFlow flow) : Phone
    {
        public override SipFlow Flow => flow;

        public override void Send(string text) => socket.SendAsync(text).GetAwaiter().GetResult();

        public override SipWireText? Next() => socket.TakeDatagramAsync().GetAwaiter().GetResult();

        public override void HangUpFlow() => socket.Dispose();

        // What was sent before may come again.
        public async Task<SipWireText> TakeRequestAsync(string method)
        {
            while (true)
            {
                var wire = await socket.TakeDatagramAsync();
                if (wire.StartLine.StartsWith($"{method} ", StringComparison.Ordinal))
                {
                    return wire;
                }
            }
        }
    }

    private sealed class Told : ISipInvitationEvents
    {
        public TaskCompletionSource<SipCall> Call { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Alerts(InvitedContact contact, int status, string earlySdp)
        {
        }

        public void Answered(InvitedContact contact, SipCall answered, string sdp) => Call.TrySetResult(answered);

        public void Failed(int status, string reason) =>
            Call.TrySetException(new InvalidOperationException($"{status} {reason}"));
    }
}
