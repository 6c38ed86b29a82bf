using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CecSim.Guarding;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Stun;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media;

/// <summary>
/// The far end of WebRTC calls: one UDP port, one receive loop for each address and one timer for all of them. It
/// answers offers and makes some; who brings them, over SIP or otherwise, is not its business.
/// </summary>
public sealed class MediaGateway : IAsyncDisposable
{
    private readonly CallTable _table = new();
    private readonly DtlsIdentity _identity;
    private readonly PacketPorts _ports;
    private readonly TransportSetting _setting;
    private readonly Ticker _ticker;
    private readonly int _callsMax;
    private readonly Guard _guard;
    private readonly Nuisance _strangers;

    /// <param name="guard">Where its packets and ticks are handled; a call in which that throws fails alone.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port cannot be opened.</exception>
    public MediaGateway(MediaSettings settings, TimeProvider clock, Guard guard)
        : this(settings, MediaPort.Open(settings), clock, guard)
    {
    }

    /// <param name="port">It is the gateway's from now on.</param>
    /// <param name="guard">Where its packets and ticks are handled; a call in which that throws fails alone.</param>
    public MediaGateway(MediaSettings settings, MediaPort port, TimeProvider clock, Guard guard)
    {
        _guard = guard;
        _strangers = guard.Nuisance("media.strangers", "A packet came to the media port that is of no call");
        _callsMax = settings.CallsMax;
        _identity = new DtlsIdentity(clock);
        _ports = port.Ports;
        Addresses = AdvertisedAddresses.Of(settings, _ports.Number);
        _setting = new TransportSetting(
            _identity,
            settings.Profiles,
            new HandshakeQuota(settings.HalfOpenHandshakesMax),
            settings.ConsentLife,
            settings.ConnectWithin,
            clock);
        _ticker = new Ticker(Tick, () => _table.Count == 0, clock, guard);
        _ports.StartOnThreads(Receive, guard);
    }

    /// <summary>What answers name as candidates, in this order.</summary>
    public IReadOnlyList<IPEndPoint> Addresses { get; }

    public IReadOnlyList<MediaCall> Calls => [.. _table.Calls];

    public GatewayCounts Counts => new(
        _table.Count,
        _table.Fragments,
        _table.Addresses,
        _setting.Handshakes.Open,
        _strangers.Count);

    /// <summary>
    /// Answers a browser's offer. Packets are expected from then on, and <see cref="MediaCall.Close"/> ends it.
    /// </summary>
    public MediaAnswer Accept(string sdpOffer, MediaWishes? wishes = null)
    {
        wishes ??= new MediaWishes();
        if (WebRtc.Sdp.Offer.Read(sdpOffer, wishes.Allowed, out var refusal, out var detail) is not { } offer)
        {
            return new MediaAnswer.Refused(refusal, detail);
        }

        if (_table.Count >= _callsMax)
        {
            return Full;
        }

        var call = Begin(wishes);
        var answer = call.Open(offer);
        _ticker.Wake();
        return new MediaAnswer.Accepted(call, answer);
    }

    /// <summary>
    /// Makes an offer for a peer that brings none. Packets are expected once <see cref="MediaCall.TakeAnswer"/> has its
    /// answer, and <see cref="MediaCall.Close"/> ends it.
    /// </summary>
    public MediaAnswer Offer(MediaWishes? wishes = null)
    {
        if (_table.Count >= _callsMax)
        {
            return Full;
        }

        var call = Begin(wishes ?? new MediaWishes());
        var offer = call.Open();
        _ticker.Wake();
        return new MediaAnswer.Accepted(call, offer);
    }

    private MediaAnswer.Refused Full =>
        new(OfferRefusal.TooManyCalls, $"The gateway carries {_callsMax} calls already.");

    private MediaCall Begin(MediaWishes wishes)
    {
        var description = new CallDescription(Addresses, _identity.Fingerprint);
        return new MediaCall(_table, _setting, description, wishes);
    }

    /// <summary>Ends all calls, then the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ticker.DisposeAsync();
        foreach (var call in _table.Calls)
        {
            call.Close();
        }

        await _ports.DisposeAsync();
        _identity.Dispose();
    }

    private void Receive(Span<byte> buffer, int length, SocketAddress from, PacketPort port)
    {
        var kind = PacketKinds.Of(buffer[..length]);
        if (kind == PacketKind.Stun)
        {
            ReceiveCheck(buffer[..length], from, port);
        }
        else if (kind != PacketKind.None && _table.At(from) is { } call)
        {
            try
            {
                call.Receive(buffer, length, kind);
            }
            catch (Exception e)
            {
                // Most likely of somebody who listens to the call's events.
                _guard.Report("media packet of a call", e, call.Fail);
            }
        }
        else
        {
            _strangers.Add(new Sender(from));
        }
    }

    private void ReceiveCheck(ReadOnlySpan<byte> packet, SocketAddress from, PacketPort port)
    {
        if (!StunMessage.TryRead(packet, out var check)
            || check.Type != StunType.BindingRequest
            || !(check.HasFingerprint || check.HasIntegrity))
        {
            _strangers.Add(new Sender(from));
            return;
        }

        var call = _table.Named(ConnectivityCheck.FragmentOf(check));
        if (call?.IgnoresChecks == true)
        {
            return;
        }

        Span<byte> buffer = stackalloc byte[ConnectivityCheck.AnswerLengthMax];
        var answer = call is null ? default : call.Answer(buffer, check, from, port);
        if (answer.IsEmpty)
        {
            _strangers.Add(new Sender(from));

            // RFC 8445 section 7.1 has checks carry FINGERPRINT; without it nobody can tell that it is one.
            if (!check.HasFingerprint)
            {
                return;
            }

            answer = ConnectivityCheck.Refuse(buffer, check);
        }

        port.Send(answer, from);
    }

    private void Tick()
    {
        foreach (var call in _table.Calls)
        {
            try
            {
                call.Tick();
            }
            catch (Exception e)
            {
                _guard.Report("media timer of a call", e, call.Fail);
            }
        }
    }

    private readonly struct Sender(SocketAddress address)
    {
        public override string ToString() => $"from {new IPEndPoint(
            address.Family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(address)}";
    }
}
