namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// A request of ours, until it is answered or given up. Whoever sent it always hears a final answer: 408 and 503 are
/// made here when the peer is silent or gone (RFC 3261, section 8.1.3.1).
/// </summary>
internal abstract class ClientTransaction(
    ClientTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow, Action<SipResponse> heard)
{
    private readonly byte[] _bytes = SipWriter.Write(request);
    private IDisposable? _repeat;
    private IDisposable? _end;

    public SipRequest Request => request;

    public SipFlow Flow => flow;

    public string Key { get; } = TransactionKeys.OfClient(request);

    protected bool HasFinal { get; private set; }

    public void Start()
    {
        // Timers B and F give up; A and E repeat.
        EndAfter(SipTimings.Patience);
        if (!flow.IsReliable)
        {
            RepeatAfter(SipTimings.RoundTrip);
        }

        flow.Send(_bytes);
    }

    public abstract void Receive(SipResponse response);

    /// <summary>Ends it. A sender that still waits hears a final answer of our own.</summary>
    public void End(int localStatus)
    {
        _repeat?.Dispose();
        _end?.Dispose();
        table.Remove(this);
        if (!HasFinal)
        {
            Hear(request.Answer(localStatus));
        }
    }

    protected abstract TimeSpan NextWait(TimeSpan wait);

    protected void Hear(SipResponse response)
    {
        HasFinal |= response.IsFinal;
        heard(response);
    }

    protected void StopRepeating() => _repeat?.Dispose();

    /// <summary>Stays to absorb answers that come again, or ends at once where none can.</summary>
    protected void Linger(TimeSpan wait)
    {
        StopRepeating();
        if (wait == TimeSpan.Zero)
        {
            End(0);
        }
        else
        {
            EndAfter(wait);
        }
    }

    protected void EndAfter(TimeSpan wait)
    {
        _end?.Dispose();
        _end = turns.After(wait, () => End(408), _ => table.Remove(this));
    }

    private void RepeatAfter(TimeSpan wait) => _repeat = turns.After(wait, () =>
    {
        flow.Send(_bytes);
        RepeatAfter(NextWait(wait));
    }, _ => End(500));
}
