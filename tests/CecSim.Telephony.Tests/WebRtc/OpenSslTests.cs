namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The handshake against a program that knows nothing of ours, over a real socket.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-dtls-").FullName;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly EcdsaIdentity _identity = new(TimeProvider.System);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _socket.Dispose();
        _identity.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenSsl_connects_and_exports_the_same_srtp_keys(bool withCookie)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var client = OpenSsl.Start(
            CertificateFile.WriteEcdsa(_folder, out var fingerprint),
            "s_client",
            "-connect",
            $"{_socket.LocalEndPoint}");
        var exported = client.ReadExportedKeysAsync();

        using var session = await HandshakeAsync(fingerprint, withCookie ? new HelloCookie(RandomSource.Secure) : null);

        Assert.True(session.State == DtlsState.Connected, session.Reason);
        var keys = session.Keys!;
        byte[] ours = [.. keys.ReceiveKey, .. keys.SendKey, .. keys.ReceiveSalt, .. keys.SendSalt];
        Assert.Equal(Convert.ToHexString(ours), await exported);
    }

    private async Task<DtlsSession> HandshakeAsync(CertificateFingerprint fingerprint, HelloCookie? cookie)
    {
        var buffer = new byte[2048];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        var session = new DtlsSession(
            new ServerHandshake(
                _identity, PeerFingerprints.Of(fingerprint), DtlsPair.AllProfiles, RandomSource.Secure, cookie),
            d => _socket.SendTo(d, SocketFlags.None, from),
            TimeProvider.System);
        while (session.State is DtlsState.New or DtlsState.Handshaking)
        {
            var length = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, from, TestEnds);
            session.Receive(buffer.AsSpan(0, length));
        }

        return session;
    }
}
