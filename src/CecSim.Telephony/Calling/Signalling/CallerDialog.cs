namespace CecSim.Telephony.Calling.Signalling;

/// <summary>Writes what a caller says in one call: RFC 3261 sections 8.1.1, 12.2.1.1, 13.2.2.4 and 17.1.1.3.</summary>
internal sealed class CallerDialog(CallPlan plan)
{
    // RFC 7118 section 5: nobody can reach the name of a browser, and nobody has to.
    private readonly string _host = $"{Id()}.invalid";
    private readonly string _transport = plan.Gateway.Scheme.ToUpperInvariant();
    private readonly string _tag = Id();
    private readonly List<string> _routes = [];
    private string _target = $"sip:{plan.Number}@{plan.Domain}";
    private string _to = $"<sip:{plan.Number}@{plan.Domain}>";
    private string _inviteBranch = "";
    private uint _sequence;

    public string CallId { get; } = Id();

    /// <summary>Null, or what the plan makes that is no address.</summary>
    public static string? Complaint(CallPlan plan)
    {
        foreach (var user in new[] { plan.Number, plan.Caller })
        {
            var text = $"sip:{user}@{plan.Domain}";
            if (!SipUri.TryParse(text, out var uri)
                || uri.User != user
                || uri.Host != plan.Domain
                || uri.Port is not null)
            {
                return text;
            }
        }

        return null;
    }

    public SipRequest Invite(string offer)
    {
        _sequence++;
        _inviteBranch = NewBranch();
        var invite = Request(SipMethods.Invite, _inviteBranch);
        invite.Headers.Add("Contact", Contact);
        invite.Headers.Add("Allow", CallerAnswers.Allowed);
        invite.SetBody("application/sdp", offer);
        return invite;
    }

    /// <summary>Of the INVITE's transaction, while it has no final answer: section 9.1.</summary>
    public SipRequest Cancel() => Request(SipMethods.Cancel, _inviteBranch);

    /// <summary>The answer makes a dialog of the call: section 12.1.2.</summary>
    public void Establish(SipResponse answer)
    {
        _to = answer.Headers["To"]!;
        _routes.AddRange(answer.Headers.Values("Record-Route").Reverse());
        if (answer.Headers["Contact"] is { } contact && SipAddress.TryParse(contact, out var address))
        {
            _target = address.Uri.Text;
        }
    }

    /// <summary>Of a 2xx, for which the dialog must have been established.</summary>
    public SipRequest Acknowledge() => Request(SipMethods.Ack, NewBranch());

    /// <summary>Of a refusal: in the INVITE's transaction, and with the tag that the refusal gave.</summary>
    public SipRequest AcknowledgeRefusal(SipResponse refusal)
    {
        var acknowledge = Request(SipMethods.Ack, _inviteBranch);
        acknowledge.Headers.Set("To", refusal.Headers["To"]!);
        return acknowledge;
    }

    /// <param name="reason">What is wrong, as RFC 3326 has it travel; null for a call that was as it should be.</param>
    public SipRequest Bye(string? reason = null)
    {
        _sequence++;
        var bye = Request(SipMethods.Bye, NewBranch());
        if (reason is not null)
        {
            bye.Headers.Add("Reason", SipReason.Of(488, reason));
        }

        return bye;
    }

    /// <summary>An answer within the call that may change where its messages go.</summary>
    public SipResponse Accept(SipRequest request) => request.Answer(200).WithToTag(_tag).With("Contact", Contact);

    private string Contact => $"<sip:{plan.Caller}@{_host};transport=ws>";

    private SipRequest Request(string method, string branch)
    {
        var request = new SipRequest(method, _target);
        request.Headers.Add("Via", $"SIP/2.0/{_transport} {_host};branch={branch}");
        request.Headers.Add("Max-Forwards", "70");
        foreach (var route in _routes)
        {
            request.Headers.Add("Route", route);
        }

        request.Headers.Add("From", $"<sip:{plan.Caller}@{plan.Domain}>;tag={_tag}");
        request.Headers.Add("To", _to);
        request.Headers.Add("Call-ID", CallId);
        request.Headers.Add("CSeq", string.Create(CultureInfo.InvariantCulture, $"{_sequence} {method}"));
        return request;
    }

    private static string NewBranch() => SipVia.Cookie + Id();

    private static string Id() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
