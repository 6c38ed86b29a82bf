using System.Collections.Concurrent;

namespace CecSim.Telephony.Media;

/// <summary>
/// Which call a packet belongs to: by the name in a check, and after that by the address the check came from.
/// </summary>
internal sealed class CallTable
{
    private readonly ConcurrentDictionary<string, MediaCall> _byFragment = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SocketAddress, MediaCall> _byAddress = new();
    private readonly ConcurrentDictionary<MediaCall, bool> _calls = new();

    public int Count => _calls.Count;

    public int Fragments => _byFragment.Count;

    public int Addresses => _byAddress.Count;

    public IEnumerable<MediaCall> Calls => _calls.Select(c => c.Key);

    public void Add(MediaCall call) => _calls[call] = true;

    public void Name(string fragment, MediaCall call) => _byFragment[fragment] = call;

    public void Forget(string fragment) => _byFragment.TryRemove(fragment, out _);

    public MediaCall? Named(string fragment) => _byFragment.GetValueOrDefault(fragment);

    public MediaCall? At(SocketAddress address) => _byAddress.GetValueOrDefault(address);

    /// <summary>A browser that calls again may do so from the port of a call that is over.</summary>
    public void Place(SocketAddress address, MediaCall call) => _byAddress[address] = call;

    public void Remove(MediaCall call, IEnumerable<string> fragments, IEnumerable<SocketAddress> addresses)
    {
        _calls.TryRemove(call, out _);
        foreach (var fragment in fragments)
        {
            Forget(fragment);
        }

        foreach (var address in addresses)
        {
            _byAddress.TryRemove(KeyValuePair.Create(address, call));
        }
    }
}
