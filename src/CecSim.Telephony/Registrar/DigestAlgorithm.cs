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

    private const string OfSession = "-sess";

    /// <summary>What a phone has computed with; null for what nobody here knows.</summary>
    public static DigestAlgorithm? Of(DigestCredentials given)
    {
        var name = given["algorithm"] is { Length: > 0 } named ? named : All[0].Name;
        return All.FirstOrDefault(a => SipText.IsSame(a.Name, name) || SipText.IsSame(a.Name + OfSession, name));
    }

    /// <summary>RFC 7616, section 3.4.1, with qop=auth; without qop as RFC 2617, section 3.2.2.1, has it.</summary>
    public string ResponseTo(string method, string realm, string password, DigestCredentials given)
    {
        var secret = Hex($"{given["username"]}:{realm}:{password}");
        if (given["algorithm"].EndsWith(OfSession, StringComparison.OrdinalIgnoreCase))
        {
            secret = Hex($"{secret}:{given["nonce"]}:{given["cnonce"]}");
        }

        var request = Hex($"{method}:{given["uri"]}");
        return !given.IsCounted
            ? Hex($"{secret}:{given["nonce"]}:{request}")
            : Hex($"{secret}:{given["nonce"]}:{given["nc"]}:{given["cnonce"]}:{given["qop"]}:{request}");
    }

    private string Hex(string text) => Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes(text)));
}
