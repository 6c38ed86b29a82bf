namespace CecSim.Telephony.Media.Codecs;

/// <summary>
/// What the gateway can pass on, the best of each kind first. Those of sound it can turn into each other.
/// </summary>
public enum Codec
{
    Opus,
    G722,
    Pcmu,
    Pcma,
    Vp8,
    H264,
}
