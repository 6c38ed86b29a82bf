namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The a= lines of one section, in their order.</summary>
internal sealed class SdpAttributes
{
    private readonly List<(string Name, string Value)> _all = [];

    /// <summary>
    /// Blanks around names and values mean nothing, and between the words of a value one stands for any number: no
    /// reader of a value has to think of them again.
    /// </summary>
    public void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        _all.Add(colon < 0 ? (line.Trim(), "") : (line[..colon].Trim(), string.Join(' ', Words(line[(colon + 1)..]))));
    }

    public bool Has(string name) => _all.Exists(a => a.Name == name);

    public string? First(string name)
    {
        var index = _all.FindIndex(a => a.Name == name);
        return index < 0 ? null : _all[index].Value;
    }

    public IEnumerable<string> All(string name) => _all.Where(a => a.Name == name).Select(a => a.Value);

    /// <summary>The rest of "a=rtpmap:96 VP8/90000", looked up by "rtpmap" and "96".</summary>
    public string? OfFormat(string name, string format) =>
        All(name).FirstOrDefault(v => v.StartsWith($"{format} ", StringComparison.Ordinal))?[(format.Length + 1)..];

    private static string[] Words(string value) =>
        value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
