using CecSim.Telephony.Media.Dtmf;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Media.Video;
using CecSim.Telephony.Tests.Media;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>Whatever comes, nothing throws, hangs or takes memory without limit. Same seed, same inputs.</summary>
public sealed class FuzzTests
{
    private static readonly int StunRuns = MutationRuns.Or(100_000);
    private static readonly int DtlsRuns = MutationRuns.Or(100_000);
    private static readonly int RtpRuns = MutationRuns.Or(100_000);
    private static readonly int SdpRuns = MutationRuns.Or(30_000);
    private static readonly int SrtpRuns = MutationRuns.Or(10_000);

    private static readonly HashSet<Codec> AllCodecs = [.. Enum.GetValues<Codec>()];

    [Fact]
    public void Stun_that_is_mutilated_does_no_harm()
    {
        var mutations = new Mutations(1, [StunVectors.Request, StunVectors.ResponseV4, StunVectors.ResponseV6]);
        mutations.AssertHarmless(StunRuns, bytesEach: 500, packet =>
        {
            if (StunMessage.TryRead(packet, out var message))
            {
                message.IsSignedWith("password"u8);
            }
        });
    }

    [Fact]
    public void Dtls_that_is_mutilated_does_no_harm_to_a_handshake_under_way()
    {
        using var sample = new DtlsPair();
        sample.Connect();
        var mutations = new Mutations(2, sample.ToServer);
        var pairs = new List<DtlsPair>();

        // A new victim for every thousand: after a deadly message the rest would only be ignored.
        var count = 0;
        mutations.AssertHarmless(DtlsRuns, bytesEach: HandshakeReassembler.MessageLengthMax, packet =>
        {
            if (count++ % 1000 == 0)
            {
                pairs.Add(new DtlsPair(sample.Time));
            }

            pairs[^1].Server.Receive(packet);
        });
        Assert.All(pairs, p => Assert.NotEqual(DtlsState.Connected, p.Server.State));
        pairs.ForEach(p => p.Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_message_of_a_handshake_may_be_mutilated_in_its_place(bool onlyToServer)
    {
        using var sample = new DtlsPair();
        sample.Connect();
        for (var run = 0; run < 1000; run++)
        {
            using var pair = new DtlsPair(sample.Time);
            var random = new Random(run);
            pair.Client.Start();
            pair.Carry(datagrams => MutilateSome(datagrams, random), onlyToServer);

            Assert.True(pair.Server.State != DtlsState.Connected || pair.Server.Keys is not null);
            Assert.True(pair.Client.State != DtlsState.Connected || pair.Client.Keys is not null);
        }
    }

    [Fact]
    public void Rtp_and_rtcp_that_are_mutilated_do_no_harm()
    {
        byte[] padded = [.. Rtp.Packet(96, 3, 9000, [0x90, 0xF0, 0x81, 0x01, 0x10, 0x22, 0x33, 4])];
        padded[0] |= 0x20;
        var mutations = new Mutations(3, [
            Rtp.Loud(111, 1, 960, 20, [1, 2, 3]),
            Rtp.Packet(110, 2, 960, [5, 0x8A, 3, 0x20]),
            padded,
            Hex.Bytes("81c80012 cafe0001 0000000000000000 00000000 00000001 00000002 cafe0002 05000001 00000007"),
            Hex.Bytes("81ce0002 00000001 00000002 84ce0004 00000001 00000002 00000003 01000000"),
            Hex.Bytes("81ca0003 cafe0001 01036162 63000000 81cb0001 cafe0001"),
        ]);

        mutations.AssertHarmless(RtpRuns, bytesEach: 500, packet =>
        {
            ReadRtp(packet);
            ReadRtcp(packet);
        });
    }

    [Fact]
    public void Srtp_that_is_mutilated_is_never_opened()
    {
        var key = new byte[16];
        foreach (var profile in DtlsPair.AllProfiles)
        {
            using var sender = new SrtpSender(profile, key, new byte[profile.SaltLength()]);
            using var receiver = new SrtpReceiver(profile, key, new byte[profile.SaltLength()]);
            var buffer = new byte[100];
            Rtp.Loud(111, 1, 960, 20, new byte[20]).CopyTo(buffer, 0);
            var good = buffer[..sender.Protect(buffer, 40)];
            var random = new Random(4);
            for (var run = 0; run < SrtpRuns; run++)
            {
                var packet = good.ToArray();
                packet[random.Next(packet.Length)] ^= (byte)(1 << random.Next(8));
                Assert.Equal(0, receiver.Unprotect(packet));
                receiver.UnprotectRtcp(packet);
            }

            Assert.Equal(40, receiver.Unprotect(good));
        }
    }

    [Fact]
    public void Sdp_that_is_mutilated_is_answered_or_refused()
    {
        var samples = new[]
        {
            new OfferText { Video = [OfferText.Vp8, OfferText.Rtx, OfferText.H264] }.ToString(),
            BrowserOffers.Read("chromium-audio"),
        };
        var mutations = new Mutations(5, [.. samples.Select(Encoding.UTF8.GetBytes)]);
        mutations.AssertHarmless(SdpRuns, bytesEach: 200_000, bytes =>
        {
            var offer = Offer.Read(Encoding.UTF8.GetString(bytes), AllCodecs, out _, out var detail);
            Assert.True(offer is not null || detail.Length > 0);
        });
    }

    [Fact]
    public void An_answer_that_is_mutilated_is_taken_or_refused()
    {
        var answer = new LocalDescription(
            1,
            1,
            new SecuredTransport(
                [new(System.Net.IPAddress.Loopback, 5090)],
                IceCredentials.New(RandomSource.Secure),
                CertificateFingerprint.Of([1]),
                DtlsSetup.Passive,
                IsLite: true),
            Offer.Read(new OfferText().ToString(), AllCodecs, out _, out _)!.Lines
                .Select(l => new LocalLine(l, MediaDirection.SendReceive, 1)).ToList(),
            ["0"]).Write();
        Assert.NotNull(SdpAnswer.Read(answer, AllCodecs, out _));
        new Mutations(8, [Encoding.UTF8.GetBytes(answer)]).AssertHarmless(SdpRuns, bytesEach: 200_000, bytes =>
        {
            var read = SdpAnswer.Read(Encoding.UTF8.GetString(bytes), AllCodecs, out var detail);
            Assert.True(read is not null || detail.Length > 0);
        });
    }

    [Fact]
    public async Task A_gateway_that_is_bombarded_goes_on_serving()
    {
        await using var test = new GatewayUnderTest();
        var call = await test.ConnectAsync(new MediaOptions { Source = MediaSource.Echo });
        var mutations = new Mutations(6, [.. call.Peer.Sent]);
        for (var run = 0; run < 5000; run++)
        {
            if (mutations.Next() is { Length: > 0 and < 1500 } datagram)
            {
                call.Peer.SendRaw(datagram);
            }

            if (run % 50 == 0)
            {
                await call.Peer.CheckAsync();
            }
        }

        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();
        Assert.Empty(test.Guard.Failures);
        Assert.Equal(1, test.Gateway.Counts.Addresses);
    }

    private static List<byte[]> MutilateSome(IEnumerable<byte[]> datagrams, Random random) =>
        [.. datagrams.Select(d => random.Next(3) == 0 ? new Mutations(random.Next(), [d]).Next() : d)];

    private static void ReadRtp(byte[] packet)
    {
        if (!RtpHeader.TryRead(packet, out var header))
        {
            return;
        }

        var payload = header.PayloadOf(packet);
        HeaderExtension.AudioLevel(packet, header, 1);
        DtmfEvent.TryRead(payload, out _);
        Vp8Payload.BeginsKeyFrame(payload);
        H264Payload.BeginsKeyFrame(payload);
    }

    private static void ReadRtcp(ReadOnlySpan<byte> compound)
    {
        while (RtcpPacket.TryTake(ref compound, out var packet))
        {
            SenderInfo.TryRead(packet, out _);
            packet.TryFindReport(0xCAFE0002, out _);
        }
    }
}
