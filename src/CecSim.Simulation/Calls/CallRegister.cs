namespace CecSim.Simulation.Calls;

/// <summary>The calls of a space: all that live, and of those that ended the last ones.</summary>
internal sealed class CallRegister
{
    /// <summary>Ended calls that are kept.</summary>
    public const int EndedMax = 1_000;

    private readonly SortedDictionary<long, Call> _calls = [];
    private readonly Queue<long> _ended = new();
    private long _callsCount;

    /// <summary>The oldest first.</summary>
    public IEnumerable<Call> All => _calls.Values;

    /// <summary>How many of a kind of media live.</summary>
    public int CountLive(MediaAbility media) => _calls.Values.Count(c => c.IsLive && c.Media == media);

    public Call? Find(long id) => _calls.GetValueOrDefault(id);

    public void Add(Call call)
    {
        call.Id = ++_callsCount;
        _calls.Add(call.Id, call);
    }

    public void Ended(Call call)
    {
        _ended.Enqueue(call.Id);
        if (_ended.Count > EndedMax)
        {
            _calls.Remove(_ended.Dequeue());
        }
    }
}
