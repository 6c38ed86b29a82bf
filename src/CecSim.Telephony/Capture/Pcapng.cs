using System.Text;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Bytes;

namespace CecSim.Telephony.Capture;

/// <summary>
/// A capture file as Wireshark reads it (draft-ietf-opsawg-pcapng): SIP by UDP and media as datagrams, SIP by anything
/// else as messages alone, since there are no segments to show that never were.
/// </summary>
public static class Pcapng
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.tcpdump.pcap";

    private const uint SectionHeader = 0x0A0D0D0A;
    private const uint ByteOrder = 0x1A2B3C4D;
    private const uint InterfaceDescription = 1;
    private const uint InterfaceStatistics = 5;
    private const uint EnhancedPacket = 6;
    private const uint DecryptionSecrets = 10;
    private const uint TlsKeyLog = 0x544C534B;
    private const uint Inbound = 1;
    private const uint Outbound = 2;

    // Link types of the registry of tcpdump.
    private const int RawIp = 101;
    private const int WiresharkUpperPdu = 252;

    private const int Datagrams = 0;
    private const int Messages = 1;
    private const int NanosecondsExponent = 9;

    /// <summary>The whole file.</summary>
    /// <param name="messages">The SIP.</param>
    /// <param name="media">Of each leg of the call.</param>
    /// <param name="isDecrypted">Media as they were meant, where they had passed sealed; no keys then.</param>
    /// <param name="comment">What a reader is to know of it.</param>
    /// <param name="clock">Whose timestamps there are.</param>
    public static byte[] Write(
        IEnumerable<TracedMessage> messages,
        IReadOnlyList<CapturedPackets> media,
        bool isDecrypted,
        string comment,
        TimeProvider clock)
    {
        var file = new ByteWriter();
        Append(file, SectionHeader, new ByteWriter().U32(ByteOrder).U16(1).U16(0).U32(uint.MaxValue).U32(uint.MaxValue),
            (PcapngOption.Comment, Encoding.UTF8.GetBytes(comment)),
            (PcapngOption.Application, "CecSim"u8.ToArray()));
        Describe(file, RawIp, "UDP");
        Describe(file, WiresharkUpperPdu, "SIP by TCP, TLS and WebSocket");
        if (!isDecrypted && media.SelectMany(m => m.KeyLog).ToList() is { Count: > 0 } keyLog)
        {
            var secrets = Encoding.ASCII.GetBytes(string.Concat(keyLog.Select(k => $"{k}\n")));
            Append(file, DecryptionSecrets, new ByteWriter().U32(TlsKeyLog).U32((uint)secrets.Length).Padded(secrets));
        }

        var now = (Utc: clock.GetUtcNow(), Timestamp: clock.GetTimestamp());
        IEnumerable<(long At, bool IsIncoming, int Interface, byte[] Bytes, string Comment)> passed =
        [
            .. messages.Select(m => (m.Timestamp, m.IsIncoming, InterfaceOf(m), BytesOf(m), CommentOf(m))),
            .. media.SelectMany(m => m.Packets).Where(p => !isDecrypted || p.IsRtp).Select(p =>
                (p.Timestamp, p.IsIncoming, Datagrams, BytesOf(p, isDecrypted), isDecrypted ? "decrypted" : "")),
        ];
        foreach (var (at, isIncoming, number, bytes, said) in passed.OrderBy(p => p.At))
        {
            var (high, low) = Split(now.Utc - clock.GetElapsedTime(at, now.Timestamp));
            Append(
                file,
                EnhancedPacket,
                new ByteWriter().U32((uint)number).U32(high).U32(low).U32((uint)bytes.Length).U32((uint)bytes.Length)
                    .Padded(bytes),
                (PcapngOption.Comment, Encoding.UTF8.GetBytes(said)),
                (PcapngOption.PacketFlags, new ByteWriter().U32(isIncoming ? Inbound : Outbound).ToArray()));
        }

        var (lastHigh, lastLow) = Split(now.Utc);
        var dropped = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(dropped, media.Sum(m => m.DroppedCount));
        Append(
            file,
            InterfaceStatistics,
            new ByteWriter().U32(Datagrams).U32(lastHigh).U32(lastLow),
            (PcapngOption.InterfaceDropped, dropped));
        return file.ToArray();
    }

    private static void Describe(ByteWriter file, int linkType, string name) => Append(
        file,
        InterfaceDescription,
        new ByteWriter().U16(linkType).U16(0).U32(0),
        (PcapngOption.InterfaceName, Encoding.UTF8.GetBytes(name)),
        (PcapngOption.TimestampResolution, [NanosecondsExponent]));

    private static void Append(
        ByteWriter file, uint type, ByteWriter body, params ReadOnlySpan<(int Code, byte[] Value)> options)
    {
        foreach (var (code, value) in options)
        {
            if (value.Length > 0)
            {
                body.U16(code).U16(value.Length).Padded(value);
            }
        }

        if (options.Length > 0)
        {
            body.U32(PcapngOption.End);
        }

        var length = (uint)(body.Written.Length + (3 * sizeof(uint)));
        file.U32(type).U32(length).Bytes(body.Written).U32(length);
    }

    private static (uint High, uint Low) Split(DateTimeOffset at)
    {
        var nanoseconds = (ulong)(at - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        return ((uint)(nanoseconds >> 32), (uint)nanoseconds);
    }

    private static int InterfaceOf(TracedMessage message) =>
        message.Transport == SipTransport.Udp ? Datagrams : Messages;

    private static string CommentOf(TracedMessage message) =>
        message.Transport == SipTransport.Udp ? "" : $"by {message.Transport.ToString().ToUpperInvariant()}";

    private static byte[] BytesOf(TracedMessage message)
    {
        var unknown = new IPEndPoint(IPAddress.Any, 0);
        var (local, remote) = (message.Local ?? unknown, message.Remote ?? unknown);
        var (from, to) = message.IsIncoming ? (remote, local) : (local, remote);
        return message.Transport == SipTransport.Udp
            ? IpDatagram.Of(from, to, message.Bytes.Span)
            : ExportedPdu.OfSip(from, to, message.Bytes.Span);
    }

    private static byte[] BytesOf(CapturedPacket packet, bool isDecrypted)
    {
        var (from, to) = packet.IsIncoming ? (packet.Remote, packet.Local) : (packet.Local, packet.Remote);
        return IpDatagram.Of(from, to, (isDecrypted && packet.Plain.Length > 0 ? packet.Plain : packet.Bytes).Span);
    }
}
