using System.Diagnostics;
using CecSim.Telephony.Media.Clips;
using Concentus;

namespace CecSim.Telephony.Media.Transcoding;

/// <summary>From payloads of one stream, in their order, to samples of 16 bits in one channel.</summary>
internal abstract class SoundDecoder
{
    /// <summary>The longest payload lasts 120 ms: RFC 6716 section 3.2.5. G.711 has longer ones nowhere.</summary>
    public const int MillisecondsMax = 120;

    /// <param name="rate">Of the samples; Opus has any of its own, G.722 has 16000 and 8000, G.711 has 8000.</param>
    public static SoundDecoder Of(Codec codec, int rate) => codec switch
    {
        Codec.Opus => new OpusSound(rate),
        Codec.G722 => new G722Decoder(rate),
        Codec.Pcmu or Codec.Pcma => new G711Sound(isA: codec == Codec.Pcma),
        _ => throw new UnreachableException(),
    };

    /// <returns>How many samples it has; 0 for a payload that cannot be read.</returns>
    public abstract int Decode(ReadOnlySpan<byte> payload, Span<short> samples);

    /// <summary>Fills in for a payload that is lost.</summary>
    public abstract void Conceal(Span<short> samples);

    private sealed class G711Sound(bool isA) : SoundDecoder
    {
        public override int Decode(ReadOnlySpan<byte> payload, Span<short> samples)
        {
            var count = Math.Min(payload.Length, samples.Length);
            for (var i = 0; i < count; i++)
            {
                samples[i] = G711.Decode(payload[i], isA);
            }

            return count;
        }

        public override void Conceal(Span<short> samples) => samples.Clear();
    }

    // Its decoder leaves out what a lower rate cannot have, so that nothing has to be filtered behind it.
    private sealed class OpusSound(int rate) : SoundDecoder
    {
        private readonly IOpusDecoder _decoder = ManagedOpus.NewDecoder(rate);

        public override int Decode(ReadOnlySpan<byte> payload, Span<short> samples)
        {
            try
            {
                return Math.Max(0, _decoder.Decode(payload, samples, samples.Length));
            }
            catch (OpusException)
            {
                return 0;
            }
        }

        // Steps of 2.5 ms, which the codec has: RFC 6716 section 2.1.4.
        public override void Conceal(Span<short> samples)
        {
            var whole = samples.Length - (samples.Length % (rate / 400));
            samples.Clear();
            if (whole > 0)
            {
                Decode([], samples[..whole]);
            }
        }
    }
}
