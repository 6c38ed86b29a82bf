using System.Security.Cryptography;
using System.Text;

namespace CecSim.Telephony.Registrar;

/// <summary>The two hashes of RFC 7616 that phones know.</summary>
internal sealed record DigestAlgorithm(string Name, Func<byte[], byte[]> Hash)
{
    /// <summary>
    /// The first is asked for, because every phone knows it and old ones know no other; whoever answers with another
    /// of these is believed as well.
    /// </summary>
    public static readonly IReadOnlyList<DigestAlgorithm> All =
        [new("MD5", MD5.HashData), new("SHA-256", SHA256.HashData)];

    /// <summary>RFC 7616, section 3.4.1, with qop=auth.</summary>
    public string ResponseTo(string method, string realm, string password, DigestCredentials given)
    {
        var secret = Hex($"{given["username"]}:{realm}:{password}");
        var request = Hex($"{method}:{given["uri"]}");
        return Hex($"{secret}:{given["nonce"]}:{given["nc"]}:{given["cnonce"]}:{given["qop"]}:{request}");
    }

    private string Hex(string text) => Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes(text)));
}
