using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Tests.Sip.Flows;

/// <summary>A stack that throws at what its sockets bring: the loops go on.</summary>
public sealed class ThrowingReceptionTests : ISipReception
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly TaskCompletionSource _tookOne = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GuardDiary _diary = new();
    private readonly Guard _guard;
    private int _throwsLeft;
    private int _tallyThrowsLeft;

    public ThrowingReceptionTests() => _guard = new Guard(_diary);

    SipCounters ISipReception.Tally
    {
        get
        {
            if (_tallyThrowsLeft-- > 0)
            {
                throw new FormatException("made by a test");
            }

            return new SipCounters(_guard);
        }
    }

    SipTrace ISipReception.Trace { get; } = new(TimeProvider.System, SipTraceSettings.Off);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    [ThrowsFrom("SIP UDP port")]
    public async Task A_datagram_that_throws_leaves_the_port_to_the_next()
    {
        _throwsLeft = 2;
        await using var listener = new SipUdpListener(AnyPort, this, TimeProvider.System, _guard);
        using var phone = new SocketPhone(ProtocolType.Udp, listener.LocalEndPoint);

        for (var i = 0; i < 3; i++)
        {
            await phone.SendAsync("hello");
        }

        await _tookOne.Task.WaitAsync(TestEnds);
        AssertCounted("SIP UDP port");
    }

    [Fact]
    [ThrowsFrom("SIP TCP port")]
    public async Task A_connection_that_throws_when_it_is_taken_leaves_the_port_to_the_next()
    {
        _tallyThrowsLeft = 2;
        await using var listener = new SipTcpListener(AnyPort, this, connectionsMax: 0, _guard);

        // Of the third, one too many, the tally is told: it ends as the others do, whose taking throws.
        for (var i = 0; i < 3; i++)
        {
            using var phone = new SocketPhone(ProtocolType.Tcp, listener.LocalEndPoint);
            await UntilItsEndAsync(phone);
        }

        AssertCounted("SIP TCP port");
        Assert.Equal("sip.connections.refused", Assert.Single(_guard.Nuisances, n => n.Count > 0).Name);
    }

    [Fact]
    [ThrowsFrom("SIP connection")]
    public async Task A_connection_whose_loops_throw_ends_and_no_other_does()
    {
        await using var listener = new SipTcpListener(AnyPort, this, connectionsMax: 9, _guard);
        using var other = new SocketPhone(ProtocolType.Tcp, listener.LocalEndPoint);
        for (var i = 0; i < 2; i++)
        {
            using var phone = new SocketPhone(ProtocolType.Tcp, listener.LocalEndPoint);
            _throwsLeft = 1;
            await phone.SendAsync("hello\r\n\r\n");
            await UntilItsEndAsync(phone);
        }

        await other.SendAsync("hello\r\n\r\n");

        await _tookOne.Task.WaitAsync(TestEnds);
        AssertCounted("SIP connection");
    }

    void ISipReception.Receive(SipFlow flow, ReadOnlyMemory<byte> message, SipFault? framing)
    {
        if (_throwsLeft-- > 0)
        {
            throw new FormatException("made by a test");
        }

        _tookOne.TrySetResult();
    }

    void ISipReception.Lost(SipFlow flow, bool isFarewell)
    {
    }

    private static async Task UntilItsEndAsync(SocketPhone phone)
    {
        try
        {
            Assert.Equal("", await phone.ReadAsync());
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // What it had not read yet when it ended.
        }
    }

    private void AssertCounted(string place)
    {
        Assert.Equal((place, 2L), Assert.Single(_guard.Failures.Select(f => (f.Place, f.Count))));
        Assert.Equal(place, Assert.Single(_diary.Failures).Place);
    }
}
