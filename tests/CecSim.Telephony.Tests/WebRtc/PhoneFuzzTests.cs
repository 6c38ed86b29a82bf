using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Transcoding;
using CecSim.Telephony.Tests.Media.Bridging;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>
/// The same as <see cref="FuzzTests"/> of what phones without ICE send: their offers and keys, keys as tones, G.722.
/// CECSIM_MUTATIONS has each of them tried so often.
/// </summary>
public sealed class PhoneFuzzTests
{
    private const string Key = "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";

    [Fact]
    public void An_offer_of_a_phone_that_is_mutilated_is_answered_or_refused()
    {
        var samples = new[]
        {
            new PhoneText { Attributes = ["rtcp:4001 IN IP4 198.51.100.7", "ptime:20"] },
            new PhoneText
            {
                Protocol = "RTP/SAVP",
                Attributes =
                [
                    $"crypto:1 AES_CM_128_HMAC_SHA1_80 {Key}|2^20|1:4",
                    $"crypto:2 AES_CM_128_HMAC_SHA1_32 {Key} KDR=0 UNENCRYPTED_SRTCP",
                    $"crypto:3 AES_CM_128_HMAC_SHA1_80 {Key}|2^31",
                ],
            },
            new PhoneText
            {
                Protocol = "UDP/TLS/RTP/SAVP",
                Attributes =
                [
                    $"fingerprint:sha-256 {string.Join(':', Enumerable.Repeat("AB", 32))}", "setup:actpass", "rtcp-mux",
                ],
                Behind = "m=video 6000 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\n",
            },
        };
        var wishes = new MediaOptions { TakesPhones = true, ComfortNoise = true }.Readable;
        var mutations = new Mutations(9, [.. samples.Select(s => Encoding.UTF8.GetBytes(s.ToString()))]);
        mutations.AssertHarmless(MutationRuns.Or(30_000), bytesEach: 200_000, bytes =>
        {
            var offer = Offer.Read(Encoding.UTF8.GetString(bytes), wishes, out _, out var detail);
            Assert.True(offer is not null || detail.Length > 0);
            Assert.All((offer?.Path as UnbundledPath)?.Lines.Values ?? [], l => Assert.True(
                l is not ({ Security: MediaSecurity.Sdes, Crypto: null }
                    or { Security: MediaSecurity.DtlsWithoutIce, Fingerprints: null })));
        });
    }

    [Fact]
    public void Sound_that_is_mutilated_presses_no_keys_of_itself_and_does_no_harm()
    {
        var random = new Random(10);
        var tones = new ToneDetector();
        var heard = 0;
        for (var run = 0; run < MutationRuns.Or(20_000); run++)
        {
            var samples = new short[random.Next(0, 330)];
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = (short)random.Next(short.MinValue, short.MaxValue + 1);
            }

            heard += tones.Take(samples) is null ? 0 : 1;
        }

        Assert.Equal(0, heard);
    }

    [Fact]
    public void A_line_of_keys_that_is_mutilated_is_taken_or_refused_with_a_reason()
    {
        string[] samples =
        [
            $"1 AES_CM_128_HMAC_SHA1_80 {Key}|2^20|1:4", $"2 AES_CM_128_HMAC_SHA1_32 {Key} -X=1 WSH=64",
            "3 AEAD_AES_128_GCM inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubA==",
        ];
        var mutations = new Mutations(11, [.. samples.Select(Encoding.UTF8.GetBytes)]);
        mutations.AssertHarmless(MutationRuns.Or(50_000), bytesEach: 20_000, bytes =>
        {
            var line = SdesLine.Read(Encoding.UTF8.GetString(bytes), out var complaint);
            Assert.True(line is not null || complaint.Length > 0);
            Assert.True(line is null || (line.Key.Length == 16 && line.Salt.Length == line.Profile.SaltLength()));
        });
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(16_000)]
    public void Sound_in_G722_that_is_mutilated_is_decoded_to_its_length(int rate)
    {
        var sample = 0L;
        var payload = new byte[SoundEncoder.PayloadMax];
        var encoder = SoundEncoder.Of(Codec.G722, rate);
        var good = payload[..encoder.Encode(Sound.Tone(700, rate, milliseconds: 20, ref sample), payload)];
        var decoder = SoundDecoder.Of(Codec.G722, rate);
        var samples = new short[rate * SoundDecoder.MillisecondsMax / 1000];
        new Mutations(12, [good]).AssertHarmless(MutationRuns.Or(5_000), bytesEach: 1_000, bytes =>
            Assert.Equal(Math.Min(bytes.Length * rate / 8_000, samples.Length), decoder.Decode(bytes, samples)));
    }
}
