using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>A suite of SRTP and the key that its writer seals with: an a=crypto of RFC 4568 section 9.1.</summary>
internal sealed record SdesLine(int Tag, SrtpProfile Profile, byte[] Key, byte[] Salt)
{
    private const int TagMax = 999_999_999;
    private const string Inline = "inline:";

    /// <summary>Best first; what an offer has.</summary>
    public static IReadOnlyList<SrtpProfile> Profiles { get; } =
        [SrtpProfile.AeadAes128Gcm, SrtpProfile.AesCm128HmacSha1Tag80, SrtpProfile.AesCm128HmacSha1Tag32];

    public static SdesLine New(int tag, SrtpProfile profile, RandomSource random) =>
        new(tag, profile, random.Bytes(SrtpProfileSizes.KeyLength), random.Bytes(profile.SaltLength()));

    /// <summary>Null for one that cannot be used; then the complaint says why.</summary>
    public static SdesLine? Read(string value, out string complaint)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3
            || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tag)
            || tag is < 0 or > TagMax)
        {
            complaint = $"'{SdpDescription.Shorten(value)}' has no tag, suite and key";
            return null;
        }

        if (ProfileNamed(words[1]) is not { } profile)
        {
            complaint = $"{SdpDescription.Shorten(words[1])} is not known";
            return null;
        }

        // RFC 4568 section 6.3.7: what begins with a hyphen may be passed over, what does not must not.
        if (words.Skip(3).FirstOrDefault(p => !MayBePassedOver(p)) is { } parameter)
        {
            complaint = $"{words[1]} with {SdpDescription.Shorten(parameter)} is not supported";
            return null;
        }

        return ReadKey(words[2], profile, out complaint) is var (key, salt)
            ? new SdesLine(tag, profile, key, salt)
            : null;
    }

    public bool HasKeyOf(SdesLine other) =>
        Profile == other.Profile && Key.AsSpan().SequenceEqual(other.Key) && Salt.AsSpan().SequenceEqual(other.Salt);

    /// <summary>As the attribute has it. Whoever reads it can listen.</summary>
    public override string ToString() =>
        $"{Tag} {NameOf(Profile)} {Inline}{Convert.ToBase64String([.. Key, .. Salt])}";

    // RFC 4568 section 6.2 and RFC 7714 section 14.
    private static string NameOf(SrtpProfile profile) => profile switch
    {
        SrtpProfile.AesCm128HmacSha1Tag80 => "AES_CM_128_HMAC_SHA1_80",
        SrtpProfile.AesCm128HmacSha1Tag32 => "AES_CM_128_HMAC_SHA1_32",
        SrtpProfile.AeadAes128Gcm => "AEAD_AES_128_GCM",
    };

    private static SrtpProfile? ProfileNamed(string name)
    {
        foreach (var profile in Profiles)
        {
            if (NameOf(profile) == name)
            {
                return profile;
            }
        }

        return null;
    }

    // A hint for a window, and a rate that keys are derived at: none, which is how it is done here.
    private static bool MayBePassedOver(string parameter) =>
        parameter.StartsWith('-')
        || parameter.StartsWith("WSH=", StringComparison.Ordinal)
        || parameter == "KDR=0";

    // inline:key [|lifetime] [|MKI:length], RFC 4568 section 6.1.
    private static (byte[] Key, byte[] Salt)? ReadKey(string text, SrtpProfile profile, out string complaint)
    {
        complaint = "";
        if (text.Contains(';', StringComparison.Ordinal))
        {
            complaint = "several keys in one line are told apart by an MKI, which is not supported";
            return null;
        }

        var parts = text.Split('|');
        if (!parts[0].StartsWith(Inline, StringComparison.Ordinal))
        {
            complaint = "its key does not begin with inline:";
            return null;
        }

        foreach (var part in parts.Skip(1))
        {
            complaint = part.Contains(':', StringComparison.Ordinal) ? "an MKI is not supported"
                : IsLifetime(part) ? ""
                : $"'{SdpDescription.Shorten(part)}' is no lifetime of a key";
            if (complaint.Length > 0)
            {
                return null;
            }
        }

        var (keyLength, saltLength) = (SrtpProfileSizes.KeyLength, profile.SaltLength());
        var bytes = new byte[3 * text.Length];
        if (!Convert.TryFromBase64String(parts[0][Inline.Length..], bytes, out var length)
            || length != keyLength + saltLength)
        {
            complaint = $"its key has not the {keyLength} bytes and {saltLength} of salt that {NameOf(profile)} wants";
            return null;
        }

        return (bytes[..keyLength], bytes[keyLength..length]);
    }

    // A number of packets, or a power of two: no call lives that long, a year at fifty a second is 2^31.
    private static bool IsLifetime(string text)
    {
        var number = text.StartsWith("2^", StringComparison.Ordinal) ? text[2..] : text;
        return number.Length is > 0 and <= 15 && number.All(char.IsAsciiDigit);
    }
}
