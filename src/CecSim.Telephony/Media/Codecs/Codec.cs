namespace CecSim.Telephony.Media.Codecs;

/// <summary>What the gateway can pass on. It decodes none of them but G.711.</summary>
public enum Codec
{
    Opus,
    Pcmu,
    Pcma,
    Vp8,
    H264,
}
