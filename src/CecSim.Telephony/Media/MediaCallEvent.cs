namespace CecSim.Telephony.Media;

/// <summary>
/// Something to tell once no lock is held: a digit, the end, or, without either, that the media connected.
/// </summary>
internal readonly record struct MediaCallEvent(char? Digit, TransportEnd? End);
