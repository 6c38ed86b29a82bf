namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The client's handshake against a server that knows nothing of ours, over a real socket.</summary>
public sealed class OpenSslServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-dtls-").FullName;
    private readonly EcdsaIdentity _identity = new(TimeProvider.System);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _socket.Dispose();
        _identity.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false, "-timeout")]
    [InlineData(true, "-timeout")]
    [InlineData(false, "-listen")]
    public async Task OpenSsl_lets_us_in_and_exports_the_same_srtp_keys(bool isRsa, string cookieOption)
    {
        var certificate = isRsa
            ? CertificateFile.WriteRsa(_folder, out var fingerprint)
            : CertificateFile.WriteEcdsa(_folder, out fingerprint);
        var port = FreePort.OfUdp();
        await using var server = Start(certificate, port, cookieOption);
        var output = server.ReadExportedKeysAsync();
        _socket.Connect(IPAddress.Loopback, port);

        using var session = await HandshakeAsync(fingerprint);

        Assert.True(session.State == DtlsState.Connected, session.Reason);
        session.Close();
        var keys = session.Keys!;
        byte[] ours = [.. keys.SendKey, .. keys.ReceiveKey, .. keys.SendSalt, .. keys.ReceiveSalt];
        Assert.Equal(Convert.ToHexString(ours), await output);
    }

    [Fact]
    public async Task OpenSsl_with_another_certificate_than_its_sdp_named_is_left_at_once()
    {
        CertificateFile.WriteEcdsa(_folder, out var another);
        var certificate = CertificateFile.WriteEcdsa(_folder, out _);
        var port = FreePort.OfUdp();
        await using var server = Start(certificate, port);
        _socket.Connect(IPAddress.Loopback, port);

        using var session = await HandshakeAsync(another);

        Assert.Equal((DtlsState.Failed, null), (session.State, session.Keys));
        Assert.Contains("not the one in its SDP", session.Reason, StringComparison.Ordinal);
    }

    // A program that starts says nothing to whoever comes too early, so the hello is repeated.
    private async Task<DtlsSession> HandshakeAsync(CertificateFingerprint fingerprint)
    {
        var session = new DtlsSession(
            new ClientHandshake(_identity, PeerFingerprints.Of(fingerprint), DtlsPair.AllProfiles, RandomSource.Secure),
            Send,
            TimeProvider.System);
        session.Start();
        var buffer = new byte[2048];
        while (session.State == DtlsState.Handshaking)
        {
            using var repeat = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(repeat.Token, TestEnds);
            try
            {
                var length = await _socket.ReceiveAsync(buffer, either.Token);
                session.Receive(buffer.AsSpan(0, length));
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
            {
                session.Tick();
            }
            catch (OperationCanceledException) when (!TestEnds.IsCancellationRequested)
            {
                session.Tick();
            }
        }

        return session;
    }

    private void Send(ReadOnlySpan<byte> datagram)
    {
        try
        {
            _socket.Send(datagram);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // Said of the datagram before: the program does not listen yet.
        }
    }

    private static OpenSsl Start(string certificate, int port, string option = "-timeout") => OpenSsl.Start(
        certificate, "s_server", "-accept", $"127.0.0.1:{port}", "-verify", "1", option);
}
