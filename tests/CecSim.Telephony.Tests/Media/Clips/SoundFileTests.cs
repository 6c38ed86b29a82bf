using System.Buffers.Binary;
using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Tests.Media.Clips;

/// <summary>Sound of others: as long as it was, and as loud, in whichever rate and codec; lies are refused.</summary>
public sealed class SoundFileTests
{
    private const int Pcm = 1;
    private const int ALaw = 6;
    private const int MuLaw = 7;

    [Theory]
    [InlineData(Pcm, 1, 8_000)]
    [InlineData(Pcm, 2, 48_000)]
    [InlineData(Pcm, 1, 11_025)]
    [InlineData(ALaw, 1, 8_000)]
    [InlineData(MuLaw, 1, 16_000)]
    public void A_second_of_a_tone_is_a_second_of_it(int format, int channels, int rate)
    {
        var sound = SoundFile.Read(Wave(format, channels, rate, ToneOf(format, channels, rate)));

        Assert.Equal(TimeSpan.FromSeconds(1), sound.Length);
        Assert.All(sound.Levels, level => Assert.InRange(level, -14, -8));
    }

    [Fact]
    public void Chunks_before_the_sound_are_passed_over_and_one_of_odd_length_is_filled_up()
    {
        byte[] list = [.. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0];

        Assert.Equal(
            TimeSpan.FromSeconds(1), SoundFile.Read(Wave(Pcm, 1, 8_000, ToneOf(Pcm, 1, 8_000), list)).Length);
    }

    [Theory]
    [InlineData(Pcm, 0, 8_000)]
    [InlineData(Pcm, 1, 0)]
    [InlineData(Pcm, 1, 1)]
    [InlineData(Pcm, 1, 999)]
    [InlineData(Pcm, 1, -1)]
    [InlineData(Pcm, 1, int.MaxValue)]
    [InlineData(85, 1, 8_000)]
    public void What_its_header_cannot_mean_is_refused(int format, int channels, int rate)
    {
        Assert.Throws<InvalidDataException>(() => SoundFile.Read(Wave(format, channels, rate, new byte[100_000])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ")]
    [InlineData("ID3 and more")]
    public void What_breaks_off_or_is_something_else_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => SoundFile.Read(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void An_Ogg_file_without_packets_is_silent() => Assert.Equal(TimeSpan.Zero, SoundFile.Read("OggS"u8).Length);

    private static byte[] ToneOf(int format, int channels, int rate)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < rate; i++)
        {
            var sample = (short)(10_000 * Math.Sin(2 * Math.PI * 440 * i / rate));
            for (var channel = 0; channel < channels; channel++)
            {
                bytes.AddRange(format == Pcm ? BitConverter.GetBytes(sample) : [G711.Encode(sample, format == ALaw)]);
            }
        }

        return [.. bytes];
    }

    private static byte[] Wave(int format, int channels, int rate, byte[] data, params byte[] before)
    {
        var header = new byte[24];
        "fmt "u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)format);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), rate);
        return
        [
            .. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. header, .. before,
            .. "data"u8, .. BitConverter.GetBytes(data.Length), .. data,
        ];
    }
}
