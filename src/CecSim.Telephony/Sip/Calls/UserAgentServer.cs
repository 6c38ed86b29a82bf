using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip.Subscriptions;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>What becomes of a new request (RFC 3261, section 8.2). Works within turns.</summary>
internal sealed class UserAgentServer(
    SipCallServices services, ServerTransactions transactions, SipRegistrar registrar, SipSubscriptions subscriptions)
{
    public void Receive(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (RequestRules.FaultOf(request) is { } fault)
        {
            transaction.Respond(fault);
        }
        else if (request.Method == SipMethods.Cancel)
        {
            Cancel(transaction);
        }
        else if (request.Method == SipMethods.Subscribe)
        {
            subscriptions.Subscribe(transaction);
        }
        else if (request.To.Tag is not null && request.Method is not SipMethods.Register)
        {
            ReceiveInCall(transaction);
        }
        else
        {
            ReceiveOutsideOfCalls(transaction);
        }
    }

    /// <summary>The flow is gone, and what was registered by it.</summary>
    public void Forget(SipFlow flow)
    {
        registrar.Forget(flow);
        subscriptions.Forget(flow);
    }

    /// <summary>The ACK of a 2xx, which has no transaction and no answer.</summary>
    public void Acknowledged(SipRequest ack, SipFlow flow)
    {
        if (ack.To.Tag is not null && services.Table.Find(ack) is { } call)
        {
            flow.Prove();
            call.Acknowledged(ack);
        }
        else
        {
            services.Tally.Stray(ack);
        }
    }

    // Section 9.2. A CANCEL that comes after the final answer is answered and changes nothing.
    private void Cancel(ServerTransaction cancel)
    {
        if (transactions.Find(TransactionKeys.OfCancelled(cancel.Request)) is not { } invite)
        {
            cancel.Refuse(481, "No request is under way that this CANCEL could be for");
            return;
        }

        cancel.Respond(200);
        if (invite.Call is { } call && invite.FinalStatus is null)
        {
            call.Cancel(invite);
        }
    }

    private void ReceiveInCall(ServerTransaction transaction)
    {
        if (services.Table.Find(transaction.Request) is not { } call)
        {
            transaction.Refuse(481, "No call has this Call-ID and these tags: it is over, or never was");
        }
        else if (transaction.Request.Method == SipMethods.Options)
        {
            transaction.Respond(Abilities(transaction.Request));
        }
        else
        {
            transaction.Call = call;
            transaction.Flow.Prove();
            call.Receive(transaction);
        }
    }

    private void ReceiveOutsideOfCalls(ServerTransaction transaction)
    {
        switch (transaction.Request.Method)
        {
            case SipMethods.Invite:
                Invite(transaction);
                break;
            case SipMethods.Options:
                services.Turns.AfterTurn(() => AnswerOptions(transaction));
                break;
            case SipMethods.Register:
                Register(transaction);
                break;
            default:
                transaction.Refuse(481, $"A {transaction.Request.Method} without a tag in To is for no call");
                break;
        }
    }

    // Whoever has the answer may be called at once, so the application is told of the registration before.
    private void Register(ServerTransaction transaction)
    {
        var response = registrar.Register(transaction.Request, transaction.Flow);
        services.Turns.AfterTurn(() => services.Turns.Take(() => transaction.Respond(response)));
    }

    private void Invite(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (request.Headers.Values("Contact").FirstOrDefault() is null or "*"
            || !SipUri.TryParse(request.Uri, out var uri))
        {
            // Section 8.1.1.8: without a Contact nothing could ever be asked of the caller.
            transaction.Respond(request.Answer(400, "Missing Contact"));
        }
        else if (services.Table.IsFull)
        {
            services.Tally.Refused(transaction.Flow);
            transaction.Respond(request.Refuse(503, "Too many calls at once").With("Retry-After", "5"));
        }
        else
        {
            transaction.Respond(100);
            var call = new SipCall(services, transaction);
            transaction.Call = call;
            services.Table.Add(call);
            if (registrar.AccountAt(request.From.Uri.User ?? "", transaction.Flow) is { } account)
            {
                services.Dialogs.Begin(account, call.Dialog.Key, calls: true);
            }

            var unreadable = SdpBody.FaultOf(request);
            services.Turns.AfterTurn(() => services.Turns.Guard.Start(
                "decision on an INVITE", () => call.DecideAsync(uri, unreadable), call.FailInTurn));
        }
    }

    // Outside of turns, since it asks the application.
    private void AnswerOptions(ServerTransaction options)
    {
        var request = options.Request;
        var isHere = false;
        try
        {
            isHere = SipUri.TryParse(request.Uri, out var uri)
                && (uri.User is not { } user || services.Application.Serves(user, uri.Host));
        }
        catch (Exception failure)
        {
            services.Turns.Guard.Report("answer to OPTIONS", failure);
        }

        services.Turns.Take(() => options.Respond(
            isHere ? Abilities(request) : request.Refuse(404, "Nobody of that name is here, nor is expected")));
    }

    private SipResponse Abilities(SipRequest options) => options.Answer(200)
        .With("Allow", SipMethods.Allowed)
        .With("Supported", OptionTags.Supported)
        .With("Allow-Events", EventPackage.Allowed)
        .With("Accept", $"{SdpBody.ContentType}, {DtmfInfo.Accepted}")
        .With("Server", services.Settings.Product);
}
