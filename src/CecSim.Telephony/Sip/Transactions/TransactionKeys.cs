namespace CecSim.Telephony.Sip.Transactions;

/// <summary>What makes messages belong together (RFC 3261, section 17.1.3 and 17.2.3).</summary>
internal static class TransactionKeys
{
    /// <summary>An ACK belongs to its INVITE.</summary>
    public static string OfServer(SipRequest request) =>
        OfServer(request, request.Method == SipMethods.Ack ? SipMethods.Invite : request.Method);

    /// <summary>What a CANCEL is after: anything of the same branch but the CANCEL itself (section 9.2).</summary>
    public static string OfCancelled(SipRequest cancel) => OfServer(cancel, SipMethods.Invite);

    /// <summary>The same request on another branch is a merged one (section 8.2.2.2).</summary>
    public static string OfMerged(SipRequest request) =>
        $"{request.CallId}|{request.From.Tag}|{request.Sequence}|{request.Method}";

    public static string OfClient(SipMessage message) => $"{message.Via.Branch}|{message.SequenceMethod}";

    private static string OfServer(SipRequest request, string method)
    {
        var via = request.Via;
        var sentBy = via.SentBy.ToLowerInvariant();
        return via.HasUniqueBranch
            ? $"{via.Branch!.ToLowerInvariant()}|{sentBy}|{method}"
            : $"{request.Uri}|{request.CallId}|{request.From.Tag}|{request.Sequence}|{sentBy}|{via.Branch}|{method}";
    }
}
