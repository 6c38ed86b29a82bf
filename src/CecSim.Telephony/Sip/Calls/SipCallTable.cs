namespace CecSim.Telephony.Sip.Calls;

/// <summary>The calls that are not over, up to a limit.</summary>
internal sealed class SipCallTable(int countMax)
{
    private readonly Dictionary<string, SipCall> _calls = [];

    /// <summary>The INVITEs of this side that are neither answered nor refused.</summary>
    public HashSet<SipInvitation> Pending { get; } = [];

    public int Count => _calls.Count;

    public bool IsFull => _calls.Count + Pending.Count >= countMax;

    /// <summary>The call that a request with a To tag belongs to.</summary>
    public SipCall? Find(SipRequest request) => _calls.GetValueOrDefault(SipDialog.KeyOf(request));

    /// <param name="key">As <see cref="SipDialog.KeyOf(string, string, string?)"/> makes it.</param>
    public SipCall? Find(string key) => _calls.GetValueOrDefault(key);

    public void Add(SipCall call) => _calls.Add(call.Dialog.Key, call);

    public void Remove(SipCall call) => _calls.Remove(call.Dialog.Key);

    public IReadOnlyList<SipCall> Of(SipFlow flow) => [.. _calls.Values.Where(c => c.Flow == flow)];

    public List<SipCall> All() => [.. _calls.Values];
}
