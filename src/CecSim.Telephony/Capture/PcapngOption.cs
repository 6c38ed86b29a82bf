namespace CecSim.Telephony.Capture;

/// <summary>Options of blocks. Beyond the first two, a code means another thing in another block.</summary>
internal static class PcapngOption
{
    public const int End = 0;
    public const int Comment = 1;
    public const int Application = 4;
    public const int InterfaceName = 2;
    public const int TimestampResolution = 9;
    public const int PacketFlags = 2;
    public const int InterfaceDropped = 5;
}
