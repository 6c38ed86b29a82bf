namespace CecSim.Telephony.WebRtc;

/// <summary>What the media of a call take from outside besides packets: its owner's time, and chance.</summary>
internal sealed record RtcInputs(TimeProvider Clock, RandomSource Random);
