using System.Diagnostics;
using CecSim.Telephony.Media.Clips;
using Concentus;

namespace CecSim.Telephony.Media.Transcoding;

/// <summary>From frames of one length, samples of 16 bits in one channel, to payloads.</summary>
internal abstract class SoundEncoder
{
    /// <summary>The longest frame of Opus: RFC 6716 section 3.2.1. G.711 and G.722 have 480 bytes in 60 ms.</summary>
    public const int PayloadMax = 1275;

    /// <param name="rate">Of the samples; Opus has any of its own, G.722 has 16000 and 8000, G.711 has 8000.</param>
    /// <param name="frameTime">20 ms where it is not said.</param>
    public static SoundEncoder Of(Codec codec, int rate, TimeSpan? frameTime = null) => codec switch
    {
        Codec.Opus => new OpusSound(rate),
        Codec.G722 => new G722Encoder(rate, frameTime ?? AudioClips.FrameTime),
        Codec.Pcmu or Codec.Pcma => new G711Sound(isA: codec == Codec.Pcma),
        _ => throw new UnreachableException(),
    };

    /// <returns>How many bytes it has.</returns>
    public abstract int Encode(ReadOnlySpan<short> frame, Span<byte> payload);

    private sealed class G711Sound(bool isA) : SoundEncoder
    {
        public override int Encode(ReadOnlySpan<short> frame, Span<byte> payload)
        {
            for (var i = 0; i < frame.Length; i++)
            {
                payload[i] = G711.Encode(frame[i], isA);
            }

            return frame.Length;
        }
    }

    private sealed class OpusSound(int rate) : SoundEncoder
    {
        private readonly IOpusEncoder _encoder = ManagedOpus.NewEncoder(rate);

        public override int Encode(ReadOnlySpan<short> frame, Span<byte> payload) =>
            _encoder.Encode(frame, frame.Length, payload, payload.Length);
    }
}
