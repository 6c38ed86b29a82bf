using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace CecSim.Simulation.Journal;

/// <summary>Which names hold secrets, and what stands in a secret's place.</summary>
public static class Mask
{
    private const string Start = "***";

    // CEC's own names, and what clients make of them.
    private static readonly FrozenSet<string> SecretNames = FrozenSet.ToFrozenSet(
        [
            "app_secret", "appSecret", "AccessToken", "access_token", "token", "refresh_token", "Authorization",
            "ccmessaging-token", "ccmessagingToken", "sipPwd", "password", "Cookie", "Set-Cookie",
            "Proxy-Authorization",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<int> SecretNameLengths = SecretNames.Select(n => n.Length).ToFrozenSet();

    private static readonly SearchValues<string> SecretNamesInText =
        SearchValues.Create([.. SecretNames], StringComparison.OrdinalIgnoreCase);

    public static bool IsSecretName(string name) => SecretNames.Contains(name);

    /// <summary>Whether a secret name may stand in a text, percent signs in it or not: a quick no for most.</summary>
    internal static bool MayNameSecret(ReadOnlySpan<char> text) =>
        text.ContainsAny(SecretNamesInText) || text.Contains('%');

    /// <summary>Whether a name of that length may be a secret one: a quick no for most.</summary>
    internal static bool MayBeSecretName(int length) => SecretNameLengths.Contains(length);

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
