namespace CecSim.ControlClient;

/// <summary>What passed of a call's SIP and media, for Wireshark.</summary>
/// <param name="File">A pcapng.</param>
/// <param name="DroppedPackets">How many packets of media the server had to forget.</param>
public sealed record CallPcap(ReadOnlyMemory<byte> File, long DroppedPackets);
