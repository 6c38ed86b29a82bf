using System.Buffers;

namespace CecSim.Simulation.Journal;

/// <summary>Which names hold secrets, and what stands in a secret's place.</summary>
public static class Mask
{
    internal const string Start = "***";
    private const int NameCharsMax = 64;

    // How such names end, without hyphens and underscores: CEC's own (app_secret, AccessToken, ccmessaging-token,
    // sipPwd, the cookies of the connection bar), and what proxies, gateways and other APIs make of them.
    private static readonly string[] Endings =
    [
        "token", "secret", "password", "passwd", "passphrase", "pwd", "authorization", "auth", "cookie", "apikey",
        "authkey", "accesskey", "secretkey", "privatekey", "subscriptionkey", "functionskey", "controlkey",
        "credential", "credentials", "signature", "sessionid", "assertion", "jwt",

        // SDP's a=crypto (RFC 4568, section 6.1).
        "inline",
    ];

    private static readonly int EndingCharsMin = Endings.Min(e => e.Length);

    // What is in each of them, wherever hyphens may stand.
    private static readonly SearchValues<string> HintsInText = SearchValues.Create(
        [
            "token", "secret", "passw", "passphrase", "pwd", "auth", "cookie", "key", "credential", "signature",
            "session", "assertion", "jwt", "inline",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static bool IsSecretName(string name)
    {
        if (!MayBeSecretName(name.Length))
        {
            return false;
        }

        Span<char> letters = stackalloc char[NameCharsMax];
        var count = 0;
        foreach (var c in name.AsSpan(Math.Max(0, name.Length - NameCharsMax)))
        {
            if (c is not ('-' or '_' or '.' or ' '))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }

        foreach (var ending in Endings)
        {
            if (letters[..count].EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a secret name may stand in a text, percent signs in it or not: a quick no for most.</summary>
    internal static bool MayNameSecret(ReadOnlySpan<char> text) => text.ContainsAny(HintsInText) || text.Contains('%');

    /// <summary>Whether a name of that length may be a secret one.</summary>
    internal static bool MayBeSecretName(int length) => length >= EndingCharsMin;

    /// <summary>
    /// Three stars and a fingerprint: equal secrets look alike, and nothing of a short one shows.
    /// </summary>
    public static string Of(ReadOnlySpan<char> secret) =>
        secret.IsEmpty
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{Start}{Fingerprint(secret):x8}");

    /// <summary>FNV-1a: the same on every machine and in every run.</summary>
    public static uint Fingerprint(ReadOnlySpan<char> secret)
    {
        var hash = 2_166_136_261u;
        foreach (var c in secret)
        {
            hash = unchecked((hash ^ c) * 16_777_619u);
        }

        return hash;
    }
}
