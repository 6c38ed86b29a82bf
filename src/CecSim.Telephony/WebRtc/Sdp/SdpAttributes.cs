namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The a= lines of one section, in their order.</summary>
internal sealed class SdpAttributes
{
    private readonly List<(string Name, string Value)> _all = [];

    public void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        _all.Add(colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]));
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
}
