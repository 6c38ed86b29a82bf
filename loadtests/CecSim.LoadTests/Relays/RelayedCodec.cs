using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.LoadTests.Relays;

/// <summary>What one side of a call speaks: a second of a tone, in payloads of 20 ms.</summary>
/// <param name="Format">Its type and its rtpmap.</param>
internal sealed record RelayedCodec(byte PayloadType, string Format, uint UnitsPerPacket, byte[][] Payloads)
{
    private const int PacketsPerSecond = 50;
    private const double Hertz = 440;
    private const double Amplitude = 8_000;

    public static RelayedCodec Pcmu { get; } = Of(Codec.Pcmu, 0);

    public static RelayedCodec Opus { get; } = Of(Codec.Opus, 111);

    private static RelayedCodec Of(Codec codec, byte payloadType)
    {
        var rate = codec.ClockRate();
        var encoder = SoundEncoder.Of(codec, rate);
        var (frame, payload) = (new short[rate / PacketsPerSecond], new byte[SoundEncoder.PayloadMax]);
        var payloads = new byte[PacketsPerSecond][];
        for (var packet = 0; packet < payloads.Length; packet++)
        {
            for (var i = 0; i < frame.Length; i++)
            {
                var at = (packet * frame.Length) + i;
                frame[i] = (short)(Amplitude * Math.Sin(2 * Math.PI * Hertz * at / rate));
            }

            payloads[packet] = payload[..encoder.Encode(frame, payload)];
        }

        return new RelayedCodec(
            payloadType, $"{payloadType} {codec.RtpMap()}", (uint)(rate / PacketsPerSecond), payloads);
    }
}
