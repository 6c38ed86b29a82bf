namespace CecSim.Server.Listeners.Forwarding;

/// <summary>The header field <c>Forwarded</c>: RFC 7239, section 4.</summary>
internal static class ForwardedElements
{
    /// <summary>The elements in their order; one that is broken says nothing.</summary>
    public static IReadOnlyList<ForwardedHop> Read(string text)
    {
        var hops = new List<ForwardedHop>();
        foreach (var element in Split(text, ','))
        {
            var hop = default(ForwardedHop);
            foreach (var pair in Split(element, ';'))
            {
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0)
                {
                    hop = With(hop, pair[..equals].Trim(), Unquote(pair[(equals + 1)..].Trim()));
                }
            }

            hops.Add(hop);
        }

        return hops;
    }

    /// <summary>Section 6: an address, of IPv6 in brackets, with or without a port; no name, no "unknown".</summary>
    public static IPAddress? AddressOf(string node) =>
        IPAddress.TryParse(node, out var plain) ? plain
        : IPEndPoint.TryParse(node, out var endPoint) ? endPoint.Address
        : null;

    private static ForwardedHop With(ForwardedHop hop, string name, string value) => name.ToLowerInvariant() switch
    {
        "for" => hop with { For = AddressOf(value) },
        "proto" => hop with { Proto = value },
        "host" => hop with { Host = value },
        _ => hop,
    };

    // A separator within quotes separates nothing.
    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (text[i] == separator && !isQuoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unquote(string value)
    {
        if (value is not ['"', .. var inner, '"'])
        {
            return value;
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += inner[i] == '\\' && i + 1 < inner.Length ? 1 : 0;
            text.Append(inner[i]);
        }

        return text.ToString();
    }
}
