using System.Net;

namespace CecSim.Telephony.WebRtc.Transport;

internal delegate void PacketOutput(ReadOnlySpan<byte> packet, SocketAddress to);
