using Concentus;
using Concentus.Enums;

namespace CecSim.Telephony.Media.Transcoding;

/// <summary>Opus as Concentus has it in C#, and never a library of the machine: the same sound everywhere.</summary>
internal static class ManagedOpus
{
    // More bits than the speech of a telephone needs, and little thought spent on them: there may be a hundred calls.
    private const int Bitrate = 32_000;
    private const int Complexity = 2;

    static ManagedOpus() => OpusCodecFactory.AttemptToUseNativeLibrary = false;

    /// <param name="rate">Of the samples, in one channel.</param>
    public static IOpusDecoder NewDecoder(int rate) => OpusCodecFactory.CreateDecoder(rate, 1);

    /// <param name="rate">Of the samples, in one channel.</param>
    public static IOpusEncoder NewEncoder(int rate)
    {
        var encoder = OpusCodecFactory.CreateEncoder(rate, 1, OpusApplication.OPUS_APPLICATION_RESTRICTED_LOWDELAY);
        encoder.Bitrate = Bitrate;
        encoder.Complexity = Complexity;
        return encoder;
    }
}
