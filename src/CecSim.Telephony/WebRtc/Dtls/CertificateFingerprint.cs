namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>A certificate's hash, as SDP announces it: RFC 8122 section 5.</summary>
internal sealed record CertificateFingerprint(string Algorithm, string Value)
{
    public static CertificateFingerprint Of(byte[] certificate) => new("sha-256", Hash("sha-256", certificate)!);

    /// <summary>Null for a text that is none, or for a hash that RFC 8122 no longer wants.</summary>
    public static CertificateFingerprint? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || Hash(parts[0], []) is not { } sample || sample.Length != parts[1].Length)
        {
            return null;
        }

        return new CertificateFingerprint(parts[0].ToLowerInvariant(), parts[1].ToUpperInvariant());
    }

    public bool Matches(byte[] certificate) => Hash(Algorithm, certificate) == Value;

    public override string ToString() => $"{Algorithm} {Value}";

    private static string? Hash(string algorithm, byte[] certificate)
    {
        var hash = algorithm.ToLowerInvariant() switch
        {
            "sha-256" => SHA256.HashData(certificate),
            "sha-384" => SHA384.HashData(certificate),
            "sha-512" => SHA512.HashData(certificate),
            _ => null,
        };
        return hash is null ? null : string.Join(':', hash.Select(b => b.ToString("X2")));
    }
}
