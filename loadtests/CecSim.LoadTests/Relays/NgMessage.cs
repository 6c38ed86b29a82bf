using System.Text;

namespace CecSim.LoadTests.Relays;

/// <summary>
/// A message of the ng protocol, by which rtpengine is told of calls: a cookie, a blank, and a bencoded dictionary.
/// Only its texts are of interest here.
/// </summary>
internal sealed record NgMessage(string Cookie, IReadOnlyDictionary<string, string> Texts)
{
    public string? this[string key] => Texts.GetValueOrDefault(key);

    /// <summary>Null for what is none.</summary>
    public static NgMessage? Read(ReadOnlySpan<byte> datagram)
    {
        var blank = datagram.IndexOf((byte)' ');
        if (blank < 0)
        {
            return null;
        }

        var rest = datagram[(blank + 1)..];
        var texts = new Dictionary<string, string>();
        return TakeDictionary(ref rest, texts)
            ? new NgMessage(Encoding.UTF8.GetString(datagram[..blank]), texts)
            : null;
    }

    public byte[] Write()
    {
        var text = new StringBuilder($"{Cookie} d");
        foreach (var (key, value) in Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{key.Length}:{key}");
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:{value}");
        }

        return Encoding.UTF8.GetBytes(text.Append('e').ToString());
    }

    private static bool TakeDictionary(ref ReadOnlySpan<byte> rest, Dictionary<string, string>? texts)
    {
        if (rest is not [(byte)'d', ..])
        {
            return false;
        }

        rest = rest[1..];
        while (rest is not [] and not [(byte)'e', ..])
        {
            if (TakeText(ref rest) is not { } key)
            {
                return false;
            }

            if (rest is [>= (byte)'0' and <= (byte)'9', ..])
            {
                if (TakeText(ref rest) is not { } value)
                {
                    return false;
                }

                texts?.TryAdd(key, value);
            }
            else if (!PassOver(ref rest))
            {
                return false;
            }
        }

        return Take(ref rest, 1);
    }

    private static bool PassOver(ref ReadOnlySpan<byte> rest)
    {
        switch (rest)
        {
            case [(byte)'i', ..]:
                return Take(ref rest, rest.IndexOf((byte)'e') + 1);
            case [(byte)'d', ..]:
                return TakeDictionary(ref rest, texts: null);
            case [(byte)'l', ..]:
                rest = rest[1..];
                while (rest is not [] and not [(byte)'e', ..])
                {
                    if (!PassOver(ref rest))
                    {
                        return false;
                    }
                }

                return Take(ref rest, 1);
            default:
                return TakeText(ref rest) is not null;
        }
    }

    private static string? TakeText(ref ReadOnlySpan<byte> rest)
    {
        var colon = rest.IndexOf((byte)':');
        if (colon < 0
            || !int.TryParse(rest[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > rest.Length - colon - 1)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(rest.Slice(colon + 1, length));
        rest = rest[(colon + 1 + length)..];
        return text;
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, int length)
    {
        if (length == 0 || length > rest.Length)
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }
}
