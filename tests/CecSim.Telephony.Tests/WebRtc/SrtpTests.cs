namespace CecSim.Telephony.Tests.WebRtc;

public sealed class SrtpTests
{
    private const int PlainLength = 172;

    private static readonly byte[] Key = Hex.Bytes("E1F97A0D3E018BE0D64FA32C06DE4139");
    private static readonly byte[] Salt = Hex.Bytes("0EC675AD498AFEEBB6960B3AABE6");

    public static TheoryData<SrtpProfile> Profiles => [.. Enum.GetValues<SrtpProfile>()];

    /// <summary>RFC 3711 appendix B.3.</summary>
    [Fact]
    public void Session_keys_are_those_of_the_rfc()
    {
        var keys = SessionKeys.ForRtp(SrtpProfile.AesCm128HmacSha1Tag80, Key, Salt);

        Assert.Equal(Hex.Bytes("C61E7A93744F39EE10734AFE3FF7A087"), keys.Encryption);
        Assert.Equal(Hex.Bytes("30CBBC08863D8C85D49DB34A9AE1"), keys.Salt);
        Assert.Equal(Hex.Bytes("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"), keys.Authentication);
    }

    /// <summary>RFC 3711 appendix B.2.</summary>
    [Fact]
    public void The_key_stream_is_that_of_the_rfc()
    {
        using var stream = new KeyStream(Hex.Bytes("2B7E151628AED2A6ABF7158809CF4F3C"));
        var data = new byte[48];

        stream.Apply(Hex.Bytes("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), data);

        Assert.Equal(
            Hex.Bytes(
                """
                E03EAD0935C95E80E166B16DD92B4EB4 D23513162B02D0F72A43A2FE4A5F97AB
                41E95B3BB0A2E8DD477901E4FCA894C0
                """),
            data);
    }

    /// <summary>A packet that other implementations check themselves against; keys of RFC 3711 appendix B.3.</summary>
    [Fact]
    public void An_rtp_packet_in_counter_mode_is_sealed_as_elsewhere()
    {
        using var sender = new SrtpSender(SrtpProfile.AesCm128HmacSha1Tag80, Key, Salt);
        var packet = new byte[64];
        Hex.Bytes("800f1234 decafbad cafebabe abababab abababab abababab abababab").CopyTo(packet, 0);

        var length = sender.Protect(packet, 28);

        Assert.Equal(
            Hex.Bytes("800f1234 decafbad cafebabe 4e55dc4c e79978d8 8ca4d215 949d2402 b78d6acc 99ea179b 8dbb"),
            packet[..length]);
    }

    [Fact]
    public void An_rtcp_packet_in_counter_mode_is_sealed_as_elsewhere()
    {
        using var sender = new SrtpSender(SrtpProfile.AesCm128HmacSha1Tag80, Key, Salt);
        var packet = new byte[64];
        Hex.Bytes("81c8000b cafebabe abababab abababab abababab abababab").CopyTo(packet, 0);

        var length = sender.ProtectRtcp(packet, 24);

        Assert.Equal(
            Hex.Bytes("81c8000b cafebabe 7128035b e487b9bd bef89041 f977a5a8 80000001 993e08cd 54d6c123 0798"),
            packet[..length]);
    }

    /// <summary>RFC 7714 section 16.1; the RFC gives session keys, not master keys.</summary>
    [Fact]
    public void An_rtp_packet_in_gcm_is_sealed_and_opened_as_in_the_rfc()
    {
        using var cipher = new AesGcmCipher(GcmKeys);
        var plain = Hex.Bytes(
            """
            8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976 69736120 696e2070
            61727465 73207472 6573
            """);
        var index = new PacketIndex(0x5501A0B2, 0xF17B);
        var packet = new byte[plain.Length + cipher.Overhead];
        plain.CopyTo(packet, 0);

        var length = cipher.SealRtp(packet, 12, plain.Length, index);

        Assert.Equal(
            Hex.Bytes(
                """
                8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5 0d294e6f 42a5f47a
                51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce
                """),
            packet[..length]);
        Assert.True(cipher.OpenRtp(packet.AsSpan(0, length), 12, index));
        Assert.Equal(plain, packet[..plain.Length]);
    }

    /// <summary>RFC 7714 section 17.1.</summary>
    [Fact]
    public void An_rtcp_packet_in_gcm_is_sealed_and_opened_as_in_the_rfc()
    {
        using var cipher = new AesGcmCipher(GcmKeys);
        var plain = Hex.Bytes(
            """
            81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61 deadbeef deadbeef
            deadbeef deadbeef deadbeef
            """);
        var index = new PacketIndex(0x4D617273, 0x5D4);
        var packet = new byte[plain.Length + cipher.Overhead];
        plain.CopyTo(packet, 0);

        var length = cipher.SealRtcp(packet, plain.Length, index);

        Assert.Equal(
            Hex.Bytes(
                """
                81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d c676a5f1 730d6fda
                4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872 45d9eade 800005d4
                """),
            packet[..length]);
        Assert.True(cipher.OpenRtcp(packet.AsSpan(0, length), index));
        Assert.Equal(plain, packet[..plain.Length]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Sequence_numbers_roll_over_twice_without_losing_a_packet(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var packet = new byte[PlainLength + sender.Overhead];
        for (var number = 65_000; number < 65_000 + 140_000; number++)
        {
            var length = sender.Protect(packet, Fill(packet, number));
            Assert.Equal(PlainLength, receiver.Unprotect(packet.AsSpan(0, length)));
            Assert.Equal((byte)number, packet[20]);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Packets_that_cross_at_the_roll_over_are_both_opened(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var packets = Enumerable.Range(65_534, 4).Select(n => Sealed(sender, n)).ToList();

        (packets[1], packets[2]) = (packets[2], packets[1]);

        Assert.All(packets, p => Assert.Equal(PlainLength, receiver.Unprotect(p)));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_packet_counts_once(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var packet = Sealed(sender, 7);
        var copy = packet.ToArray();

        Assert.Equal(PlainLength, receiver.Unprotect(packet));
        Assert.Equal(0, receiver.Unprotect(copy));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_packet_older_than_the_window_is_dropped(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var old = Sealed(sender, 100);
        receiver.Unprotect(Sealed(sender, 100 + 64));

        Assert.Equal(0, receiver.Unprotect(old));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_forged_packet_is_dropped_and_moves_nothing(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var honest = Sealed(sender, 100);
        var forged = Sealed(sender, 101);
        BinaryPrimitives.WriteUInt16BigEndian(forged.AsSpan(2), 30_000);

        Assert.Equal(0, receiver.Unprotect(forged));
        Assert.Equal(PlainLength, receiver.Unprotect(honest));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Rtcp_comes_back_plain_and_counts_once(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var packet = new byte[32 + sender.Overhead];
        Hex.Bytes("80c90001 00000007").CopyTo(packet, 0);
        var sealedPacket = packet[..sender.ProtectRtcp(packet, 8)];
        var copy = sealedPacket.ToArray();

        Assert.Equal(8, receiver.UnprotectRtcp(sealedPacket));
        Assert.Equal(0, receiver.UnprotectRtcp(copy));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Each_sender_counts_its_own_reports(SrtpProfile profile)
    {
        using var audio = SenderFor(profile);
        using var video = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var first = new byte[64];
        var second = new byte[64];
        Hex.Bytes("80c90001 00000007").CopyTo(first, 0);
        Hex.Bytes("80c90001 00000008").CopyTo(second, 0);

        Assert.Equal(8, receiver.UnprotectRtcp(first.AsSpan(0, audio.ProtectRtcp(first, 8))));
        Assert.Equal(8, receiver.UnprotectRtcp(second.AsSpan(0, video.ProtectRtcp(second, 8))));
    }

    [Fact]
    public void A_number_is_never_sent_twice()
    {
        using var sender = SenderFor(SrtpProfile.AeadAes128Gcm);
        var packet = new byte[PlainLength + sender.Overhead];

        Assert.NotEqual(0, sender.Protect(packet, Fill(packet, 5)));
        Assert.Equal(0, sender.Protect(packet, Fill(packet, 5)));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_packet_is_sealed_and_opened_without_allocating(SrtpProfile profile)
    {
        using var sender = SenderFor(profile);
        using var receiver = ReceiverFor(profile);
        var packet = new byte[PlainLength + sender.Overhead];
        receiver.Unprotect(packet.AsSpan(0, sender.Protect(packet, Fill(packet, 0))));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var number = 1; number <= 1000; number++)
        {
            receiver.Unprotect(packet.AsSpan(0, sender.Protect(packet, Fill(packet, number))));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private static SessionKeys GcmKeys => new(
        Hex.Bytes("000102030405060708090a0b0c0d0e0f"), [], Hex.Bytes("517569642070726f2071756f"));

    private static SrtpSender SenderFor(SrtpProfile profile) => new(profile, Key, Salt[..profile.SaltLength()]);

    private static SrtpReceiver ReceiverFor(SrtpProfile profile) => new(profile, Key, Salt[..profile.SaltLength()]);

    private static byte[] Sealed(SrtpSender sender, int number)
    {
        var packet = new byte[PlainLength + sender.Overhead];
        return packet[..sender.Protect(packet, Fill(packet, number))];
    }

    private static int Fill(byte[] packet, int number)
    {
        packet.AsSpan().Clear();
        packet[0] = 0x80;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)number);
        packet[11] = 1;
        packet[20] = (byte)number;
        return PlainLength;
    }
}
