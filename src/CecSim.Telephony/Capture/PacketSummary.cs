using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.WebRtc.Bytes;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Stun;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Capture;

/// <summary>What a packet of a call's media is, in its protocol's words.</summary>
public sealed record PacketSummary(PacketProtocol Protocol, string Label)
{
    private const int SsrcAt = 8;

    /// <returns>Null for what is none of them, or broken.</returns>
    public static PacketSummary? Of(CapturedPacket packet)
    {
        var bytes = packet.Bytes.Span;
        return PacketKinds.Of(bytes) switch
        {
            PacketKind.Stun => OfStun(bytes),
            PacketKind.Dtls => OfDtls(bytes),
            PacketKind.Rtp => OfRtp(bytes),
            PacketKind.Rtcp => OfRtcp(packet.Plain.Length > 0 ? packet.Plain.Span : bytes),
            _ => null,
        };
    }

    private static PacketSummary? OfStun(ReadOnlySpan<byte> bytes) =>
        StunMessage.TryRead(bytes, out var message)
            ? new PacketSummary(PacketProtocol.Ice, message.Type switch
            {
                StunType.BindingRequest => message.UseCandidate ? "Binding request, USE-CANDIDATE" : "Binding request",
                StunType.BindingSuccess => "Binding success",
                StunType.BindingError => $"Binding error {message.ErrorCode}",
                _ => "Binding indication",
            })
            : null;

    private static PacketSummary? OfDtls(ReadOnlySpan<byte> datagram)
    {
        var words = new List<string>();
        while (datagram.Length > 0 && DtlsRecord.TryTake(ref datagram, out var record))
        {
            words.Add(WordOf(record));
        }

        return words.Count > 0 ? new PacketSummary(PacketProtocol.Dtls, string.Join(", ", words.Distinct())) : null;
    }

    // What follows ChangeCipherSpec is sealed: of a handshake that is its Finished (RFC 5246, section 7.4.9).
    private static string WordOf(DtlsRecord record) => record switch
    {
        { Type: ContentType.ChangeCipherSpec } => "ChangeCipherSpec",
        { Type: ContentType.Handshake, Epoch: > 0 } => "Finished",
        { Type: ContentType.Handshake, Fragment: [var type, ..] } when Enum.IsDefined((HandshakeType)type) =>
            $"{(HandshakeType)type}",
        { Type: ContentType.Handshake } => "Handshake",
        { Type: ContentType.Alert, Epoch: 0, Fragment: [_, var description, ..] } =>
            Enum.IsDefined((AlertDescription)description)
                ? $"Alert {(AlertDescription)description}"
                : $"Alert {description}",
        { Type: ContentType.Alert } => "Alert",
        _ => "ApplicationData",
    };

    private static PacketSummary? OfRtp(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.U8();
        var payloadType = reader.U8() & 0x7F;
        reader.Take(SsrcAt - 2);
        var ssrc = reader.U32();
        return reader.Overrun
            ? null
            : new PacketSummary(PacketProtocol.Rtp, $"RTP, payload type {payloadType}, SSRC {ssrc:x8}");
    }

    // The head of a compound is never sealed (RFC 3711, section 3.4); behind it stands what only an open one tells.
    private static PacketSummary? OfRtcp(ReadOnlySpan<byte> compound)
    {
        var words = new List<string>();
        while (RtcpPacket.TryTake(ref compound, out var packet) && WordOf(packet) is { } word)
        {
            words.Add(word);
        }

        return words.Count > 0 ? new PacketSummary(PacketProtocol.Rtcp, string.Join(", ", words.Distinct())) : null;
    }

    // RFC 3550 section 12.1, RFC 4585 section 6, RFC 5104 section 4.3.1, and what browsers send besides.
    private static string? WordOf(RtcpPacket packet) => ((int)packet.Type, packet.Count) switch
    {
        (200, _) => "SR",
        (201, _) => "RR",
        (202, _) => "SDES",
        (203, _) => "BYE",
        (204, _) => "APP",
        (205, 1) => "NACK",
        (205, _) => "RTPFB",
        (206, 1) => "PLI",
        (206, 4) => "FIR",
        (206, _) => "PSFB",
        (207, _) => "XR",
        _ => null,
    };
}

/// <summary>The protocols of media that a call's packets speak.</summary>
public enum PacketProtocol
{
    /// <summary>A check of connectivity (RFC 8445).</summary>
    Ice,

    /// <summary>The handshake that keys come from (RFC 5764), and its end.</summary>
    Dtls,

    /// <summary>Sound or pictures.</summary>
    Rtp,

    /// <summary>Reports of them, and what is asked for (RFC 3550, section 6; RFC 4585).</summary>
    Rtcp,
}
