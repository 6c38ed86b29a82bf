using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CecSim.Telephony.WebRtc.Dtls;

namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The handshake against a program that knows nothing of ours, over a real socket.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-dtls-").FullName;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly DtlsIdentity _identity = new(TimeProvider.System);

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
        using var client = StartClient(WriteCertificate(out var fingerprint));
        var exported = ReadExportedKeysAsync(client);

        using var session = await HandshakeAsync(fingerprint, withCookie ? new HelloCookie() : null);

        Assert.True(session.State == DtlsState.Connected, session.Reason);
        var keys = session.Keys!;
        byte[] ours = [.. keys.ReceiveKey, .. keys.SendKey, .. keys.ReceiveSalt, .. keys.SendSalt];
        Assert.Equal(Convert.ToHexString(ours), await exported);

        client.Kill();
        await client.WaitForExitAsync(TestEnds);
    }

    private async Task<DtlsSession> HandshakeAsync(CertificateFingerprint fingerprint, HelloCookie? cookie)
    {
        var buffer = new byte[2048];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        var session = new DtlsSession(
            new ServerHandshake(_identity, fingerprint, DtlsPair.AllProfiles, cookie),
            d => _socket.SendTo(d, SocketFlags.None, from),
            TimeProvider.System);
        while (session.State is DtlsState.New or DtlsState.Handshaking)
        {
            var length = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, from, TestEnds);
            session.Receive(buffer.AsSpan(0, length));
        }

        return session;
    }

    private Process StartClient(string certificate)
    {
        var port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        var start = new ProcessStartInfo(
            "openssl",
            [
                "s_client", "-dtls1_2", "-connect", $"127.0.0.1:{port}", "-cert", certificate, "-key", certificate,
                "-use_srtp", "SRTP_AES128_CM_SHA1_80", "-keymatexport", "EXTRACTOR-dtls_srtp",
                "-keymatexportlen", "60",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<string> ReadExportedKeysAsync(Process client)
    {
        const string Label = "Keying material: ";
        while (await client.StandardOutput.ReadLineAsync(TestEnds) is { } line)
        {
            if (line.Contains(Label, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(Label, StringComparison.Ordinal) + Label.Length)..].Trim();
            }
        }

        return await client.StandardError.ReadToEndAsync(TestEnds);
    }

    private string WriteCertificate(out CertificateFingerprint fingerprint)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256);
        var from = DateTimeOffset.UnixEpoch;
        using var certificate = request.CreateSelfSigned(from, from.AddYears(99));
        fingerprint = CertificateFingerprint.Of(certificate.RawData);
        var file = Path.Combine(_folder, "client.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
