namespace CecSim.Telephony.Media.Codecs;

public enum MediaKind
{
    Audio,
    Video,
}
