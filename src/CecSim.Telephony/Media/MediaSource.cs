namespace CecSim.Telephony.Media;

/// <summary>What the far end of a call sends.</summary>
public enum MediaSource
{
    /// <summary>What it hears and sees, unchanged.</summary>
    Echo,

    /// <summary>
    /// What the other leg of its bridge receives; silence while there is none (<see cref="MediaBridge"/>).
    /// </summary>
    Peer,

    /// <summary>440 Hz, and the test pattern where there is video.</summary>
    Tone,

    /// <summary>A sentence spoken again and again, and the test pattern where there is video.</summary>
    Prompt,

    /// <summary>A tune, and the test pattern where there is video.</summary>
    Music,

    /// <summary>The test pattern, and silence where there is audio.</summary>
    Pattern,

    /// <summary>Packets of silence, and no video.</summary>
    Silence,

    /// <summary>The ringing tone: the number that was called rings (ITU-T E.180, 4.1).</summary>
    RingingTone,

    /// <summary>The busy tone (ITU-T E.180, 4.2).</summary>
    BusyTone,

    /// <summary>The special information tone: the number cannot be reached (ITU-T E.180, 6.5).</summary>
    SpecialInformationTone,
}
