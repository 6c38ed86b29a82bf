namespace CecSim.Telephony.Tests.WebRtc;

public sealed class DtlsTests
{
    private static readonly TimeSpan LongerThanAnyWait = TimeSpan.FromSeconds(7);

    [Fact]
    public void Both_sides_end_with_the_same_keys_turned_round()
    {
        using var pair = new DtlsPair();

        pair.Connect();

        Assert.True(pair.Connected, $"{pair.Server.Reason} {pair.Client.Reason}");
        Assert.Equivalent(pair.Client.Keys!.OfOtherSide(), pair.Server.Keys);
        Assert.Equal(SrtpProfile.AeadAes128Gcm, pair.Server.Keys!.Profile);
    }

    [Fact]
    public void A_client_without_extended_master_secret_is_served_too()
    {
        using var pair = new DtlsPair(client: (identity, server) =>
            new OddClient(identity, server, DtlsPair.AllProfiles) { OffersExtendedMasterSecret = false });

        pair.Connect();

        Assert.True(pair.Connected);
        Assert.Equivalent(pair.Client.Keys!.OfOtherSide(), pair.Server.Keys);
    }

    [Fact]
    public void The_server_takes_the_first_of_its_profiles_that_the_client_has()
    {
        using var pair = new DtlsPair(client: (identity, server) =>
            new OddClient(identity, server, [SrtpProfile.AesCm128HmacSha1Tag80]));

        pair.Connect();

        Assert.Equal(SrtpProfile.AesCm128HmacSha1Tag80, pair.Server.Keys!.Profile);
    }

    [Fact]
    public void A_cookie_is_asked_for_when_wanted()
    {
        using var pair = new DtlsPair(cookie: new HelloCookie(RandomSource.Secure));

        pair.Connect();

        Assert.True(pair.Connected);
        Assert.Equal((byte)HandshakeType.HelloVerifyRequest, pair.ToClient[0][DtlsRecord.HeaderLength]);
    }

    [Fact]
    public void Datagrams_may_come_twice_and_in_any_order()
    {
        using var pair = new DtlsPair();
        pair.Client.Start();
        for (var round = 0; round < 20 && !pair.Connected; round++)
        {
            pair.Carry(datagrams => datagrams.Concat(datagrams).Reverse().ToList());
            pair.Time.Advance(LongerThanAnyWait);
            pair.Client.Tick();
            pair.Server.Tick();
        }

        Assert.True(pair.Connected);
        Assert.Equivalent(pair.Client.Keys!.OfOtherSide(), pair.Server.Keys);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Lost_datagrams_are_sent_again_until_both_sides_are_done(int lostPercent)
    {
        var random = new Random(lostPercent);
        var connected = 0;
        for (var run = 0; run < 40; run++)
        {
            using var pair = new DtlsPair();
            pair.Client.Start();
            for (var round = 0; round < 20 && !pair.Connected; round++)
            {
                pair.Carry(datagrams => datagrams.Where(_ => random.Next(100) >= lostPercent).ToList());
                pair.Time.Advance(LongerThanAnyWait);
                pair.Client.Tick();
                pair.Server.Tick();
            }

            connected += pair.Connected ? 1 : 0;
        }

        Assert.InRange(connected, 39, 40);
    }

    [Fact]
    public void Waits_double_and_end_in_failure()
    {
        var time = new ManualTime();
        var start = time.GetTimestamp();
        using var identity = new EcdsaIdentity(time);
        var sentAt = new List<double>();
        using var client = new DtlsSession(
            new OddClient(identity, PeerFingerprints.Of(identity.Fingerprint), DtlsPair.AllProfiles)
            {
                HelloPadding = 0,
            },
            _ => sentAt.Add(time.GetElapsedTime(start).TotalSeconds),
            time);
        client.Start();

        for (var step = 0; step < 400; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            client.Tick();
        }

        Assert.Equal([0, 0.4, 1.2, 2.8, 6, 12.4, 18.8, 25.2], sentAt);
        Assert.Equal(DtlsState.Failed, client.State);
    }

    [Fact]
    public void A_certificate_that_is_not_in_the_sdp_is_refused()
    {
        using var pair = new DtlsPair(serverExpectsAnother: true);

        pair.Connect();

        Assert.Equal(DtlsState.Failed, pair.Server.State);
        Assert.Contains("not the one in its SDP", pair.Server.Reason, StringComparison.Ordinal);
        Assert.Equal(DtlsState.Failed, pair.Client.State);
        Assert.Contains("alert 42", pair.Client.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_with_another_certificate_than_its_sdp_named_is_refused_by_the_client()
    {
        using var another = new EcdsaIdentity(new ManualTime());
        using var pair = new DtlsPair(client: (identity, _) =>
            new OddClient(identity, PeerFingerprints.Of(another.Fingerprint), DtlsPair.AllProfiles));

        pair.Connect();

        Assert.Contains("not the one in its SDP", pair.Client.Reason, StringComparison.Ordinal);
        Assert.Contains("alert 42", pair.Server.Reason, StringComparison.Ordinal);
        Assert.Null(pair.Client.Keys);
    }

    [Fact]
    public void A_key_that_the_certificate_has_not_signed_is_refused_by_the_client()
    {
        using var pair = new DtlsPair();
        pair.Client.Start();

        pair.Carry(datagrams => datagrams.Select(WithAnotherServerKey));

        Assert.Contains("does not have its certificate's key", pair.Client.Reason, StringComparison.Ordinal);
        Assert.Null(pair.Client.Keys);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        using var impostor = new EcdsaIdentity(new ManualTime());
        using var pair = new DtlsPair(client: (identity, server) =>
            new OddClient(identity, server, DtlsPair.AllProfiles) { Impostor = impostor });

        pair.Connect();

        Assert.Equal(DtlsState.Failed, pair.Server.State);
        Assert.Null(pair.Server.Keys);
    }

    [Fact]
    public void A_client_without_srtp_is_refused()
    {
        using var pair = new DtlsPair(client: (identity, server) => new OddClient(identity, server, []));

        pair.Connect();

        Assert.Contains("alert 40", pair.Client.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_flight_is_sent_again_to_a_client_that_lost_it()
    {
        using var pair = new DtlsPair();
        pair.Client.Start();
        pair.Carry(datagrams => datagrams.Where(_ => pair.Server.State != DtlsState.Connected).ToList());
        Assert.Equal(DtlsState.Connected, pair.Server.State);
        Assert.Equal(DtlsState.Handshaking, pair.Client.State);

        pair.Time.Advance(LongerThanAnyWait);
        pair.Client.Tick();
        pair.Carry();

        Assert.True(pair.Connected);
    }

    [Fact]
    public void Closing_one_side_closes_the_other()
    {
        using var pair = new DtlsPair();
        pair.Connect();

        pair.Client.Close();
        pair.Carry();

        Assert.Equal(DtlsState.Closed, pair.Server.State);
        Assert.Equal("closed by the peer", pair.Server.Reason);
    }

    [Fact]
    public void An_alert_in_clear_does_not_end_a_connected_session()
    {
        using var pair = new DtlsPair();
        pair.Connect();

        pair.Server.Receive([21, 0xFE, 0xFD, 0, 0, 0, 0, 0, 0, 0, 99, 0, 2, 2, 40]);

        Assert.Equal(DtlsState.Connected, pair.Server.State);
    }

    [Fact]
    public void A_sealed_record_that_comes_twice_is_opened_once()
    {
        using var layer = new RecordLayer();
        var key = new byte[RecordCipher.KeyLength];
        var salt = new byte[RecordCipher.SaltLength];
        using var cipher = new RecordCipher(key, salt);
        layer.Protect(cipher, cipher);
        var datagram = new byte[100];
        ReadOnlySpan<byte> written = datagram.AsSpan(0, layer.Write(datagram, ContentType.Alert, 1, [1, 0]));

        Assert.True(DtlsRecord.TryTake(ref written, out var record));
        Assert.True(layer.TryOpen(record, new byte[100], out _));
        Assert.False(layer.TryOpen(record, new byte[100], out _));
    }

    [Fact]
    public void A_message_longer_than_the_limit_is_not_gathered()
    {
        var assembly = new HandshakeReassembler();
        var before = GC.GetAllocatedBytesForCurrentThread();

        assembly.Add([1, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 7], epoch: 0);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.False(assembly.TryTake(out _));
    }

    // Turns one bit of the point round in the record that carries a ServerKeyExchange, which is in clear.
    private static byte[] WithAnotherServerKey(byte[] datagram)
    {
        const int RecordHeader = 13;
        const int PointAt = RecordHeader + 12 + 20;
        var changed = datagram.ToArray();
        for (var at = 0; at < changed.Length; at += RecordHeader + (changed[at + 11] << 8) + changed[at + 12])
        {
            if (changed[at] == 22 && changed[at + RecordHeader] == (byte)HandshakeType.ServerKeyExchange)
            {
                changed[at + PointAt] ^= 1;
            }
        }

        return changed;
    }
}
