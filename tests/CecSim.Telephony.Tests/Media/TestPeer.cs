using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using CecSim.Telephony.Tests.WebRtc;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// The browser's side without a browser: controlling ICE, a DTLS client and SRTP, over a real socket.
/// </summary>
internal sealed class TestPeer : IAsyncDisposable
{
    private static readonly TimeSpan RepeatEvery = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly DtlsIdentity _identity = new(TimeProvider.System);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<byte[]>> _checks = new();
    private readonly Channel<byte[]> _rtp = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<byte[]> _rtcp = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _repeat;
    private readonly Task _loop;
    private IPEndPoint _gateway = new(IPAddress.Loopback, 9);
    private string _remoteFragment = "";
    private byte[] _remotePassword = [];
    private DtlsSession? _dtls;
    private SrtpSender? _sender;
    private SrtpReceiver? _receiver;

    public TestPeer()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _loop = ReceiveAsync();
        _repeat = TimeProvider.System.CreateTimer(_ => Repeat(), null, RepeatEvery, RepeatEvery);
    }

    public OfferText Offer => new() { Fingerprint = _identity.Fingerprint.ToString() };

    public IReadOnlyList<SrtpProfile> Profiles { get; init; } =
        [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80];

    public IPEndPoint Local => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Ends when the gateway closes the association or the handshake fails.</summary>
    public Task Over => _over.Task;

    public DtlsState State => _dtls?.State ?? DtlsState.New;

    /// <summary>Every datagram that was sent, in clear or not, for tests that send them mutilated.</summary>
    public ConcurrentQueue<byte[]> Sent { get; } = new();

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>Takes what the answer says of ICE; <see cref="ConnectAsync"/> does so itself.</summary>
    public void Take(string answer)
    {
        var candidate = SdpLines.Value(answer, "a=candidate:").Split(' ');
        _gateway = new IPEndPoint(IPAddress.Parse(candidate[4]), int.Parse(candidate[5]));
        _remoteFragment = SdpLines.Value(answer, "a=ice-ufrag:");
        _remotePassword = Encoding.ASCII.GetBytes(SdpLines.Value(answer, "a=ice-pwd:"));
    }

    public async Task ConnectAsync(string answer)
    {
        Take(answer);
        await CheckAsync();
        await HandshakeAsync(answer);
    }

    public async Task HandshakeAsync(string answer)
    {
        var fingerprint = CertificateFingerprint.Parse(SdpLines.Value(answer, "a=fingerprint:"))!;
        lock (_gate)
        {
            _dtls = new DtlsSession(
                new ClientHandshake(_identity, fingerprint, Profiles), d => SendRaw(d), TimeProvider.System);
            _dtls.Start();
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

    public void SendRaw(ReadOnlySpan<byte> datagram)
    {
        Sent.Enqueue(datagram.ToArray());
        _socket.SendTo(datagram, SocketFlags.None, _gateway);
    }

    /// <summary>Seals a plain RTP packet and sends it.</summary>
    public void SendRtp(byte[] packet)
    {
        var buffer = new byte[packet.Length + 32];
        packet.CopyTo(buffer, 0);
        lock (_gate)
        {
            SendRaw(buffer.AsSpan(0, _sender!.Protect(buffer, packet.Length)));
        }
    }

    public void SendRtcp(byte[] packet)
    {
        var buffer = new byte[packet.Length + 32];
        packet.CopyTo(buffer, 0);
        lock (_gate)
        {
            SendRaw(buffer.AsSpan(0, _sender!.ProtectRtcp(buffer, packet.Length)));
        }
    }

    public async Task<byte[]> NextRtpAsync() => await _rtp.Reader.ReadAsync(TestEnds);

    public async Task<byte[]> NextRtcpAsync() => await _rtcp.Reader.ReadAsync(TestEnds);

    public int RtpWaiting => _rtp.Reader.Count;

    public void Close()
    {
        lock (_gate)
        {
            _dtls?.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _repeat.DisposeAsync();
        _socket.Dispose();
        await _loop;
        _dtls?.Dispose();
        _sender?.Dispose();
        _receiver?.Dispose();
        _identity.Dispose();
    }

    private byte[] Check(byte[] transaction, bool nominate, string? fragment, string? password)
    {
        var writer = new StunWriter(new byte[400], StunType.BindingRequest, transaction);
        writer.Add(StunAttribute.Username, Encoding.ASCII.GetBytes($"{fragment ?? _remoteFragment}:{Offer.Fragment}"));
        writer.Add(StunAttribute.Priority, [0x6E, 0x7F, 0x1E, 0xFF]);
        writer.Add(StunAttribute.IceControlling, new byte[8]);
        if (nominate)
        {
            writer.Add(StunAttribute.UseCandidate, []);
        }

        return writer.Finish(password is null ? _remotePassword : Encoding.ASCII.GetBytes(password)).ToArray();
    }

    private void Repeat()
    {
        lock (_gate)
        {
            _dtls?.Tick();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[2048];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        while (true)
        {
            try
            {
                var length = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, from);
                Take(buffer.AsSpan(0, length));
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private void Take(Span<byte> packet)
    {
        if (packet[0] < 4)
        {
            if (_checks.TryRemove(Convert.ToHexString(packet.Slice(8, 12)), out var check))
            {
                check.SetResult(packet.ToArray());
            }

            return;
        }

        lock (_gate)
        {
            if (packet[0] < 64)
            {
                TakeDtls(packet);
            }
            else if (packet[1] is >= 192 and < 224)
            {
                Keep(_rtcp, packet, _receiver!.UnprotectRtcp(packet));
            }
            else
            {
                Keep(_rtp, packet, _receiver!.Unprotect(packet));
            }
        }
    }

    private static void Keep(Channel<byte[]> channel, ReadOnlySpan<byte> packet, int length)
    {
        if (length > 0)
        {
            channel.Writer.TryWrite(packet[..length].ToArray());
        }
    }

    private void TakeDtls(ReadOnlySpan<byte> packet)
    {
        if (_dtls is null)
        {
            return;
        }

        _dtls.Receive(packet);
        if (_dtls.Keys is { } keys && _sender is null)
        {
            _sender = new SrtpSender(keys.Profile, keys.SendKey, keys.SendSalt);
            _receiver = new SrtpReceiver(keys.Profile, keys.ReceiveKey, keys.ReceiveSalt);
            _connected.TrySetResult();
        }

        if (_dtls.IsOver)
        {
            _connected.TrySetException(new InvalidOperationException(_dtls.Reason));
            _over.TrySetResult();
        }
    }
}
