namespace CecSim.Telephony.Capture;

/// <summary>The types of HEP's chunks, as its specification numbers them.</summary>
internal static class HepChunk
{
    public const int AddressFamily = 0x01;
    public const int Protocol = 0x02;
    public const int SourceV4 = 0x03;
    public const int TargetV4 = 0x04;
    public const int SourceV6 = 0x05;
    public const int TargetV6 = 0x06;
    public const int SourcePort = 0x07;
    public const int TargetPort = 0x08;
    public const int Seconds = 0x09;
    public const int Microseconds = 0x0A;
    public const int PayloadType = 0x0B;
    public const int AgentId = 0x0C;
    public const int Payload = 0x0F;
    public const int CorrelationId = 0x11;
}
