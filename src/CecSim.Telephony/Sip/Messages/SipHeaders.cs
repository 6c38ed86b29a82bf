using System.Collections;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>Header fields in the order of the wire, their names without case (RFC 3261, section 7.3.1).</summary>
internal sealed class SipHeaders : IReadOnlyCollection<SipHeader>
{
    private readonly List<SipHeader> _all = [];

    public int Count => _all.Count;

    /// <summary>The first value under a name.</summary>
    public string? this[string name] => _all.Find(h => SipText.IsSame(h.Name, name)).Value;

    public void Add(string name, string value) => _all.Add(new SipHeader(name, value));

    public void Set(string name, string value)
    {
        _all.RemoveAll(h => SipText.IsSame(h.Name, name));
        Add(name, value);
    }

    /// <summary>The fields under a name, each as it was written.</summary>
    public IEnumerable<string> Fields(string name) =>
        _all.Where(h => SipText.IsSame(h.Name, name)).Select(h => h.Value);

    /// <summary>The values under a name, where one field may hold several between commas.</summary>
    public IEnumerable<string> Values(string name) => Fields(name).SelectMany(f => SipText.Split(f, ','));

    public IEnumerator<SipHeader> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
