using System.Net;
using System.Security.Cryptography;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Stun;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media;

/// <summary>
/// The far end of WebRTC calls: one UDP port, one receive loop and one timer for all of them. It answers offers; who
/// brings them, over SIP or otherwise, is not its business.
/// </summary>
public sealed class MediaGateway : IAsyncDisposable
{
    private readonly CallTable _table = new();
    private readonly DtlsIdentity _identity;
    private readonly PacketPort _port;
    private readonly TransportSetting _setting;
    private readonly Ticker _ticker;
    private readonly int _callsMax;
    private readonly byte[] _answer = new byte[ConnectivityCheck.AnswerLengthMax];
    private long _strangers;
    private long _faults;

    public MediaGateway(MediaSettings settings, TimeProvider clock)
    {
        _callsMax = settings.CallsMax;
        _identity = new DtlsIdentity(clock);
        _port = new PacketPort(new IPEndPoint(settings.BindAddress, settings.Port), Receive);
        Addresses = AdvertisedAddresses.Of(settings, _port.Local.Port);
        _setting = new TransportSetting(
            _identity,
            settings.Profiles,
            new HandshakeQuota(settings.HalfOpenHandshakesMax),
            settings.ConsentLife,
            _port.Send,
            clock);
        _ticker = new Ticker(Tick, () => _table.Count == 0, clock);
        _port.StartOnThread();
    }

    /// <summary>What answers name as candidates, in this order.</summary>
    public IReadOnlyList<IPEndPoint> Addresses { get; }

    public IReadOnlyList<MediaCall> Calls => [.. _table.Calls];

    public GatewayCounts Counts => new(
        _table.Count,
        _table.Fragments,
        _table.Addresses,
        _setting.Handshakes.Open,
        Interlocked.Read(ref _strangers),
        _port.Faults + Interlocked.Read(ref _faults));

    /// <summary>
    /// Answers a browser's offer. Packets are expected from then on, and <see cref="MediaCall.Close"/> ends it.
    /// </summary>
    public MediaAnswer Accept(string sdpOffer, MediaWishes? wishes = null)
    {
        wishes ??= new MediaWishes();
        if (Offer.Read(sdpOffer, wishes.Allowed, out var refusal, out var detail) is not { } offer)
        {
            return new MediaAnswer.Refused(refusal, detail);
        }

        if (_table.Count >= _callsMax)
        {
            return new MediaAnswer.Refused(
                OfferRefusal.TooManyCalls, $"The gateway carries {_callsMax} calls already.");
        }

        // RFC 8829 section 5.2.1: 63 random bits.
        var sessionId = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 1;
        var description = new CallDescription(sessionId, Addresses, _identity.Fingerprint);
        var call = new MediaCall(_table, _setting, description, offer, wishes);
        var answer = call.Open(offer);
        _ticker.Wake();
        return new MediaAnswer.Accepted(call, answer);
    }

    /// <summary>Ends all calls, then the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ticker.DisposeAsync();
        foreach (var call in _table.Calls)
        {
            call.Close();
        }

        await _port.DisposeAsync();
        _identity.Dispose();
    }

    private void Receive(Span<byte> buffer, int length, SocketAddress from)
    {
        var kind = PacketKinds.Of(buffer[..length]);
        if (kind == PacketKind.Stun)
        {
            ReceiveCheck(buffer[..length], from);
        }
        else if (kind != PacketKind.None && _table.At(from) is { } call)
        {
            call.Receive(buffer, length, kind);
        }
        else
        {
            Interlocked.Increment(ref _strangers);
        }
    }

    // Only the receive loop comes here, so one buffer for answers is enough.
    private void ReceiveCheck(ReadOnlySpan<byte> packet, SocketAddress from)
    {
        if (!StunMessage.TryRead(packet, out var check)
            || check.Type != StunType.BindingRequest
            || !check.HasFingerprint)
        {
            Interlocked.Increment(ref _strangers);
            return;
        }

        var call = _table.Named(ConnectivityCheck.FragmentOf(check));
        if (call?.IgnoresChecks == true)
        {
            return;
        }

        var answer = call is null ? default : call.Answer(_answer, check, from);
        if (answer.IsEmpty)
        {
            Interlocked.Increment(ref _strangers);
            answer = ConnectivityCheck.Refuse(_answer, check);
        }

        _port.Send(answer, from);
    }

    private void Tick()
    {
        foreach (var call in _table.Calls)
        {
            try
            {
                call.Tick();
            }
            catch (Exception)
            {
                // Most likely of somebody who listens to the call's events; a timer that throws ends the process.
                Interlocked.Increment(ref _faults);
            }
        }
    }
}
