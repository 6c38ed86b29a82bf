using NAudio.Codecs;

namespace CecSim.Telephony.Media.Transcoding;

/// <summary>
/// G.722 at 64 kbit/s as NAudio has it in C#: two bands, of which 8,000 samples a second have the lower one. Its own
/// objects take arrays, so that there is one for each direction.
/// </summary>
internal static class ManagedG722
{
    public const int BytesPerMillisecond = 8;

    private const int Bitrate = 64_000;

    /// <summary>It keeps nothing: all is in the state.</summary>
    public static readonly G722Codec Codec = new();

    public static G722CodecState NewState(int rate) =>
        new(Bitrate, rate == Media.Codecs.Codec.G722.SampleRate() ? G722Flags.None : G722Flags.SampleRate8000);
}

internal sealed class G722Decoder(int rate) : SoundDecoder
{
    private readonly G722CodecState _state = ManagedG722.NewState(rate);
    private readonly byte[] _payload = new byte[MillisecondsMax * ManagedG722.BytesPerMillisecond];
    private readonly short[] _samples = new short[MillisecondsMax * rate / 1000];

    public override int Decode(ReadOnlySpan<byte> payload, Span<short> samples)
    {
        // A byte has one sample of each band.
        var bytesMax = samples.Length / (_samples.Length / _payload.Length);
        payload = payload[..Math.Min(payload.Length, Math.Min(bytesMax, _payload.Length))];
        payload.CopyTo(_payload);
        var count = ManagedG722.Codec.Decode(_state, _samples, _payload, payload.Length);
        _samples.AsSpan(0, count).CopyTo(samples);
        return count;
    }

    public override void Conceal(Span<short> samples) => samples.Clear();
}

internal sealed class G722Encoder(int rate, TimeSpan frameTime) : SoundEncoder
{
    private readonly G722CodecState _state = ManagedG722.NewState(rate);
    private readonly short[] _frame = new short[rate / 1000 * (int)frameTime.TotalMilliseconds];
    private readonly byte[] _payload = new byte[(int)frameTime.TotalMilliseconds * ManagedG722.BytesPerMillisecond];

    public override int Encode(ReadOnlySpan<short> frame, Span<byte> payload)
    {
        frame.CopyTo(_frame);
        var length = ManagedG722.Codec.Encode(_state, _payload, _frame, frame.Length);
        _payload.AsSpan(0, length).CopyTo(payload);
        return length;
    }
}
