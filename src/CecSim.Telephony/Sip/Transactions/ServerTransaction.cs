namespace CecSim.Telephony.Sip.Transactions;

/// <summary>A request that came in, until its sender can have no more doubt about the answer.</summary>
internal abstract class ServerTransaction(
    ServerTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow)
{
    private ReadOnlyMemory<byte> _last;

    public SipRequest Request => request;

    public SipFlow Flow => flow;

    /// <summary>The tag that every answer to this request gives its To.</summary>
    public required string LocalTag { get; init; }

    public string Key { get; } = TransactionKeys.OfServer(request);

    /// <summary>The call that an INVITE made or that the request came in.</summary>
    public SipCall? Call { get; set; }

    /// <summary>Null while it is not finally answered.</summary>
    public int? FinalStatus { get; private set; }

    protected SipSerialExecutor Turns => turns;

    public void Respond(SipResponse response)
    {
        if (FinalStatus is not null)
        {
            return;
        }

        FinalStatus = response.IsFinal ? response.Status : null;
        table.Refusals.Send(request, response, flow, Call, () =>
        {
            _last = SipWriter.WriteAnswer(
                response.Status == 100 ? response : response.WithToTag(LocalTag),
                flow.AnswerBytesMax(request.BytesCount));
            SendLast();
        });
        if (response.IsFinal)
        {
            Answered(response);
        }
    }

    public void Respond(int status) => Respond(request.Answer(status));

    public void Refuse(int status, string why) => Respond(request.Refuse(status, why));

    /// <summary>Whether a message of this key is for the transaction: the ACK of a 2xx is for the call.</summary>
    public bool Takes(SipRequest message) => message.Method != SipMethods.Ack || FinalStatus is >= 300;

    /// <summary>The request came again, or for an INVITE its ACK came.</summary>
    public abstract void Again(SipRequest again);

    public virtual void End() => table.Remove(this);

    /// <summary>The last answer once more; nothing when there is none yet.</summary>
    public void SendLast()
    {
        if (_last.Length > 0)
        {
            flow.Send(_last);
        }
    }

    protected abstract void Answered(SipResponse response);
}
