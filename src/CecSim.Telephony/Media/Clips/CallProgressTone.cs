namespace CecSim.Telephony.Media.Clips;

/// <summary>
/// What a network lets a caller hear: steps of one pitch each and silence, again and again. Pitch and pace of ringing
/// and busy are those of China (ITU-T E.180, supplement 2), the special information tone is the same everywhere; steps
/// are whole frames of 20 ms within what E.180 allows.
/// </summary>
internal sealed record CallProgressTone(params IReadOnlyList<(int Hertz, int Milliseconds)> Steps)
{
    private const int SamplesPerSecond = 8_000;

    /// <summary>-16 dBov; E.180, 8 has -10 dBm0.</summary>
    private const double Amplitude = 7_300;

    /// <summary>Null when the source is none.</summary>
    public static CallProgressTone? Of(MediaSource source) => source switch
    {
        MediaSource.RingingTone => new((450, 1_000), (0, 4_000)),
        MediaSource.BusyTone => new((450, 360), (0, 360)),
        MediaSource.SpecialInformationTone => new((950, 340), (1_400, 340), (1_800, 340), (0, 1_000)),
        _ => null,
    };

    /// <summary>One round of it, 16 bits at 8,000 Hz.</summary>
    public short[] Samples() =>
    [
        .. from step in Steps
           from at in Enumerable.Range(0, step.Milliseconds * SamplesPerSecond / 1_000)
           select (short)(Amplitude * Math.Sin(2 * Math.PI * step.Hertz * at / SamplesPerSecond)),
    ];
}
