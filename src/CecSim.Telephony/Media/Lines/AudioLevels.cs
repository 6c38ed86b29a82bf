namespace CecSim.Telephony.Media.Lines;

/// <summary>How loud the peer is, in dBov from -127 to 0, without decoding Opus.</summary>
internal sealed class AudioLevels
{
    public int? Last { get; private set; }

    public int? Peak { get; private set; }

    public long VoicedPackets { get; private set; }

    public void Take(int level)
    {
        Last = level;
        Peak = Math.Max(Peak ?? level, level);
        VoicedPackets += level >= HeaderExtension.VoicedFrom ? 1 : 0;
    }
}
