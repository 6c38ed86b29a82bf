namespace CecSim.Server.Ladders;

/// <summary>Which SIP dialogs belonged to which call, a phone's that was not picked up among them.</summary>
internal sealed class CallDialogs
{
    /// <summary>Of more the oldest are forgotten, as their messages are.</summary>
    private const int DialogsMax = 2_000;

    private readonly Lock _gate = new();
    private readonly Queue<CallDialog> _dialogs = [];
    private readonly Dictionary<string, CallDialog> _bySipCallId = new(StringComparer.Ordinal);

    public void Add(CallDialog dialog)
    {
        lock (_gate)
        {
            _dialogs.Enqueue(dialog);
            _bySipCallId[dialog.SipCallId] = dialog;
            if (_dialogs.Count > DialogsMax
                && _dialogs.Dequeue() is var oldest
                && _bySipCallId.GetValueOrDefault(oldest.SipCallId) == oldest)
            {
                _bySipCallId.Remove(oldest.SipCallId);
            }
        }
    }

    /// <summary>Null where no call had it, or it is forgotten.</summary>
    public CallDialog? Find(string sipCallId)
    {
        lock (_gate)
        {
            return _bySipCallId.GetValueOrDefault(sipCallId);
        }
    }

    public IReadOnlyList<CallDialog> Of(Space space, string accessCode)
    {
        lock (_gate)
        {
            return [.. _dialogs.Where(d => d.Space == space && d.AccessCode == accessCode)];
        }
    }
}

/// <param name="AccessCode">The number of the call that it belongs to.</param>
/// <param name="SipCallId">Its Call-ID.</param>
/// <param name="IsOfAgent">Whether an agent's phone is at its end, and not the customer.</param>
internal sealed record CallDialog(Space Space, string AccessCode, string SipCallId, bool IsOfAgent);
