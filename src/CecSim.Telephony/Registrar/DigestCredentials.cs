namespace CecSim.Telephony.Registrar;

/// <summary>The parameters of <c>Digest</c> in a challenge or its answer (RFC 7616, sections 3.3 and 3.4).</summary>
internal sealed class DigestCredentials
{
    private const string Scheme = "Digest";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private DigestCredentials()
    {
    }

    /// <summary>With <c>qop</c>, which counts the uses of a nonce; phones older than RFC 2617 have none.</summary>
    public bool IsCounted => this["qop"].Length > 0;

    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Null for another scheme, which is as good as no credentials.</summary>
    public static DigestCredentials? Parse(string header)
    {
        var words = header.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !SipText.IsSame(words[0], Scheme))
        {
            return null;
        }

        var credentials = new DigestCredentials();
        foreach (var pair in SipText.Split(words[1], ',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            credentials._values[pair[0].Trim()] = SipText.Unquote(pair[1].Trim());
        }

        return credentials;
    }
}
