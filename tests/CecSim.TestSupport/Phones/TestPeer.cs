using System.Security.Cryptography;
using System.Threading.Channels;
using CecSim.Guarding;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Tests;

/// <summary>
/// The transport of a caller in the test's hand: packets go out one by one and are taken one by one, and checks may be
/// what no caller sends.
/// </summary>
internal sealed class TestPeer : IPacketPort
{
    /// <summary>Adds to a check, and gives back what it has become.</summary>
    public delegate StunWriter WithMore(StunWriter check);

    private static readonly TimeSpan RepeatEvery = TimeSpan.FromMilliseconds(100);
    private static readonly HashSet<Codec> AllCodecs = [.. Enum.GetValues<Codec>()];

    private static readonly RtcInputs Inputs = new(TimeProvider.System, RandomSource.Secure);

    private readonly UdpEndpoint _port;
    private readonly EcdsaIdentity _identity = new(TimeProvider.System);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _checks = new();
    private readonly Channel<byte[]> _rtp = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<byte[]> _rtcp = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _repeat;
    private RtcTransport? _transport;
    private SocketAddress _gateway = new IPEndPoint(IPAddress.Loopback, 9).Serialize();
    private string _remoteFragment = "";
    private byte[] _remotePassword = [];

    public TestPeer()
    {
        _port = new UdpEndpoint(new IPEndPoint(IPAddress.Loopback, 0));
        _port.Start(Receive, new Guard(new WriterLog(Console.Error)));
        _repeat = TimeProvider.System.CreateTimer(_ => Repeat(), null, RepeatEvery, RepeatEvery);
    }

    public byte[] Certificate => _identity.Certificate;

    public OfferText Offer => new() { Fingerprint = _identity.Fingerprint.ToString() };

    public IReadOnlyList<SrtpProfile> Profiles { get; init; } =
        [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80];

    public IPEndPoint Local => _port.Local;

    /// <summary>Ends when the gateway closes the association or the handshake fails.</summary>
    public Task Over => _over.Task;

    public DtlsState State => _transport?.Dtls.State ?? DtlsState.New;

    /// <summary>Every datagram that was sent, in clear or not, for tests that send them mutilated.</summary>
    public ConcurrentQueue<byte[]> Sent { get; } = new();

    public int RtpWaiting => _rtp.Reader.Count;

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected => _transport?.Dtls.Rejected ?? 0;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>Takes what the answer says of ICE; <see cref="ConnectAsync"/> does so itself.</summary>
    public void Take(string answer)
    {
        var candidate = SdpLines.Value(answer, "a=candidate:").Split(' ');
        _gateway = new IPEndPoint(IPAddress.Parse(candidate[4]), int.Parse(candidate[5])).Serialize();
        _remoteFragment = SdpLines.Value(answer, "a=ice-ufrag:");
        _remotePassword = Encoding.ASCII.GetBytes(SdpLines.Value(answer, "a=ice-pwd:"));
    }

    public async Task ConnectAsync(string answer)
    {
        Take(answer);
        lock (_gate)
        {
            var ice = new ControllingAgent(this, TimeSpan.FromSeconds(30), Inputs);
            _transport = new RtcTransport(
                ice, new TransportSetting(_identity, Profiles, new HandshakeQuota(1), Inputs), [Local]);

            // Who knows the answer only as SIP brought it may give it with its head.
            var sdp = answer[answer.IndexOf("v=0", StringComparison.Ordinal)..];
            var read = SdpAnswer.Read(sdp, AllCodecs, out _)!;
            _transport.Take(read.Offer.Path, isAnswer: true);
            ice.Begin(read.Offer.Secured.Ice, read.Candidates);
        }

        await _connected.Task.WaitAsync(TestEnds);
    }

    /// <summary>Shakes hands anew, as the answer to a later offer wants it.</summary>
    /// <param name="beginsAnew">Even where the answer alone would let the association go on.</param>
    public async Task RenewAsync(string answer, bool beginsAnew = false)
    {
        lock (_gate)
        {
            var offer = SdpAnswer.Read(answer, AllCodecs, out _)!.Offer;
            _connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _transport!.Take(offer.Path, isAnswer: true);
            if (beginsAnew)
            {
                _transport.Dtls.Forget();
            }
        }

        await _connected.Task.WaitAsync(TestEnds);
    }

    /// <summary>Sends one check and returns the answer as it came.</summary>
    public async Task<byte[]> CheckAsync(bool nominate = true, string? fragment = null, string? password = null)
    {
        var transaction = RandomNumberGenerator.GetBytes(12);
        var answered = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _checks[Convert.ToHexString(transaction)] = answered;
        SendRaw(Check(transaction, nominate, fragment, password));
        return await answered.Task.WaitAsync(TestEnds);
    }

    /// <summary>The same of a check with something besides.</summary>
    public async Task<byte[]> CheckAsync(WithMore more, bool withFingerprint = true)
    {
        var check = Check(more, withFingerprint);
        var answered = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _checks[Convert.ToHexString(check.AsSpan(8, 12))] = answered;
        SendRaw(check);
        return await answered.Task.WaitAsync(TestEnds);
    }

    /// <summary>A check with something besides, not sent yet.</summary>
    public byte[] Check(WithMore more, bool withFingerprint = true, string? password = null)
    {
        var writer = more(Begin(RandomNumberGenerator.GetBytes(12), nominate: true, fragment: null));
        var check = writer.Finish(password is null ? _remotePassword : Encoding.ASCII.GetBytes(password)).ToArray();
        if (withFingerprint)
        {
            return check;
        }

        check = check[..^8];
        BinaryPrimitives.WriteUInt16BigEndian(check.AsSpan(2), (ushort)(check.Length - StunMessage.HeaderLength));
        return check;
    }

    public void SendRaw(ReadOnlySpan<byte> datagram)
    {
        Sent.Enqueue(datagram.ToArray());
        _port.Send(datagram, _gateway);
    }

    void IPacketPort.Send(ReadOnlySpan<byte> packet, SocketAddress to) => SendRaw(packet);

    /// <summary>Seals a plain RTP packet and sends it.</summary>
    public void SendRtp(byte[] packet) => Seal(packet, (transport, buffer) => transport.SendRtp(buffer, packet.Length));

    public void SendRtcp(byte[] packet) =>
        Seal(packet, (transport, buffer) => transport.SendRtcp(buffer, packet.Length));

    public async Task<byte[]> NextRtpAsync() => await _rtp.Reader.ReadAsync(TestEnds);

    public async Task<byte[]> NextRtcpAsync() => await _rtcp.Reader.ReadAsync(TestEnds);

    public void Close()
    {
        lock (_gate)
        {
            _transport?.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _repeat.DisposeAsync();
        await _port.DisposeAsync();
        _transport?.Dispose();
        _identity.Dispose();
    }

    private void Seal(byte[] packet, Action<RtcTransport, byte[]> send)
    {
        var buffer = new byte[packet.Length + 32];
        packet.CopyTo(buffer, 0);
        lock (_gate)
        {
            send(_transport!, buffer);
        }
    }

    private byte[] Check(byte[] transaction, bool nominate, string? fragment, string? password)
    {
        var writer = Begin(transaction, nominate, fragment);
        return writer.Finish(password is null ? _remotePassword : Encoding.ASCII.GetBytes(password)).ToArray();
    }

    private StunWriter Begin(byte[] transaction, bool nominate, string? fragment)
    {
        var writer = new StunWriter(new byte[2048], StunType.BindingRequest, transaction);
        writer.Add(StunAttribute.Username, Encoding.ASCII.GetBytes($"{fragment ?? _remoteFragment}:{Offer.Fragment}"));
        writer.Add(StunAttribute.Priority, [0x6E, 0x7F, 0x1E, 0xFF]);
        writer.Add(StunAttribute.IceControlling, new byte[8]);
        if (nominate)
        {
            writer.Add(StunAttribute.UseCandidate, []);
        }

        return writer;
    }

    // Afterwards it would ask for consent by itself, and tests are about when nobody does.
    private void Repeat()
    {
        lock (_gate)
        {
            if (!_connected.Task.IsCompleted)
            {
                _transport?.Tick();
            }
        }
    }

    private void Receive(Span<byte> buffer, int length, SocketAddress from, IPacketPort port)
    {
        var packet = buffer[..length];
        var kind = PacketKinds.Of(packet);
        if (kind == PacketKind.Stun
            && _checks.TryRemove(Convert.ToHexString(packet.Slice(8, 12)), out var check))
        {
            check.SetResult(packet.ToArray());
            return;
        }

        lock (_gate)
        {
            var plain = _transport?.Receive(packet, kind, from, this) ?? 0;
            if (plain > 0)
            {
                (kind == PacketKind.Rtcp ? _rtcp : _rtp).Writer.TryWrite(packet[..plain].ToArray());
            }

            Settle();
        }
    }

    private void Settle()
    {
        if (_transport?.IsOpen == true)
        {
            _connected.TrySetResult();
        }

        if (_transport?.End is not null)
        {
            _connected.TrySetException(new InvalidOperationException(_transport.Dtls.Reason));
            _over.TrySetResult();
        }
    }
}
