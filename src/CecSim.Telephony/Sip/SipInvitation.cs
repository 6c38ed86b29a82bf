using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Subscriptions;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <summary>
/// One INVITE of this side to all contacts of whom it calls, as a proxy would fork it (RFC 3261, section 16.6): the
/// first who picks up has the call, and the others are told that it was answered elsewhere.
/// </summary>
public sealed class SipInvitation
{
    private readonly SipCallServices _services;
    private readonly ISipInvitationEvents _events;
    private readonly List<Branch> _branches = [];
    private readonly string _tag = SipIds.Tag();
    private bool _isOver;

    internal SipInvitation(SipCallServices services, ISipInvitationEvents events) =>
        (_services, _events) = (services, events);

    /// <summary>Of all its INVITEs.</summary>
    public string CallId { get; } = SipIds.CallId();

    private SipSerialExecutor Turns => _services.Turns;

    /// <summary>Takes it back, wherever it rings. Without effect once it is answered.</summary>
    /// <param name="reason">In a sentence, for the phones that show it (RFC 3326).</param>
    public void Cancel(string reason) => GiveUp(487, reason);

    internal void Send(OutgoingInvite invite, IReadOnlyList<InvitedContact> contacts)
    {
        foreach (var contact in contacts)
        {
            _branches.Add(new Branch(this, contact, Write(invite, contact)));
        }

        _services.Table.Pending.Add(this);
        _services.Dialogs.Begin(new SipAccountName(invite.To, invite.Domain), CallId, calls: false);

        // A flow that is gone says so at once, before the last was tried.
        _branches.ForEach(b => b.Send());
        if (_branches.Count == 0)
        {
            Fail(480, "Nothing is registered");
        }
    }

    private SipRequest Write(OutgoingInvite invite, InvitedContact contact)
    {
        var flow = contact.Binding.Flow;
        var request = new SipRequest(SipMethods.Invite, contact.Binding.Contact);
        var name = invite.DisplayName.Length == 0 ? "" : $"{SipText.Quote(invite.DisplayName)} ";
        request.Headers.Add("Via", flow.ViaFor(SipIds.Branch()));
        request.Headers.Add("Max-Forwards", "70");
        request.Headers.Add("From", $"{name}<sip:{SipUri.EscapeUser(invite.From)}@{invite.Domain}>;tag={_tag}");
        request.Headers.Add("To", $"<sip:{SipUri.EscapeUser(invite.To)}@{invite.Domain}>");
        request.Headers.Add("Call-ID", CallId);
        request.Headers.Add("CSeq", $"1 {SipMethods.Invite}");
        request.Headers.Add("Contact", flow.Contact);
        request.Headers.Add("Allow", SipMethods.Allowed);
        request.Headers.Add("Supported", OptionTags.Supported);
        if (_services.Settings.SessionInterval is { } interval)
        {
            request.Headers.Add(SessionExpires.Name, new SessionExpires(interval, null).ToString());
        }

        request.Headers.Add("User-Agent", _services.Settings.Product);
        if (invite.AnswersItself)
        {
            request.Headers.Add("Call-Info", $"<sip:{invite.Domain}>;answer-after=0");
            request.Headers.Add("Alert-Info", "<urn:alert:service:normal>;info=alert-autoanswer;delay=0");
        }

        request.SetBody(SdpBody.ContentType, contact.Offer);
        return request;
    }

    private void Take(Branch branch, SipCall call, string sdp)
    {
        if (_isOver)
        {
            call.HangUp("answered elsewhere, or cancelled before");
            return;
        }

        End();
        _services.Dialogs.Confirm(CallId, call.Dialog.Key);
        foreach (var other in _branches.Where(b => b != branch))
        {
            // RFC 3326, section 2: phones do not list such a call as missed.
            other.Cancel(SipReason.Of(200, "Call completed elsewhere"));
        }

        Tell(() => _events.Answered(branch.Contact, call, sdp), why =>
        {
            call.HangUp(why.Why);
            Turns.Take(() => Fail(500, why.Why));
        });
    }

    // Section 16.7: a 6xx speaks for all of them, and of the others the lowest class says most.
    private void FailIfAllHave()
    {
        if (!_isOver && _branches.TrueForAll(b => b.Status != 0))
        {
            var best = _branches.OrderByDescending(b => b.Status >= 600).ThenBy(b => b.Status).First();
            Fail(best.Status, best.Reason);
        }
    }

    private void GiveUp(int status, string reason) => Turns.Take(() =>
    {
        if (!_isOver)
        {
            _branches.ForEach(b => b.Cancel(SipReason.Of(status, reason)));
            Fail(status, reason);
        }
    });

    private void Fail(int status, string reason)
    {
        End();
        _services.Dialogs.End(CallId);
        Tell(() => _events.Failed(status, reason));
    }

    private void End()
    {
        _isOver = true;
        _services.Table.Pending.Remove(this);
    }

    private void Tell(Action notice, Action<Failure>? fail = null) =>
        Turns.AfterTurn(() => Turns.Guard.Run("notice of an invitation", notice, fail));

    /// <summary>What became of it at one contact. Works within turns.</summary>
    private sealed class Branch(SipInvitation whole, InvitedContact contact, SipRequest invite)
    {
        private readonly Dictionary<string, SipDialog> _answered = [];
        private readonly Dictionary<string, EarlyDialog> _early = [];
        private string? _cancelReason;
        private bool _hasRung;
        private bool _hasEarlyMedia;

        // Nothing was heard of it yet, so that it cannot be cancelled (section 9.1).
        private bool _isSilent = true;

        public InvitedContact Contact => contact;

        /// <summary>The final one; 0 before.</summary>
        public int Status { get; private set; }

        public string Reason { get; private set; } = "";

        private SipFlow Flow => contact.Binding.Flow;

        private SipCallServices Services => whole._services;

        public void Send() => Services.Clients.Send(invite, Flow, Hear);

        public void Cancel(string reason)
        {
            if (Status != 0 || _cancelReason is not null)
            {
                return;
            }

            _cancelReason = reason;
            if (!_isSilent)
            {
                SendCancel();
            }
        }

        private void Hear(SipResponse response)
        {
            if (response.IsSuccess)
            {
                Accepted(response);
            }
            else if (response.Status == 422 && Status == 0 && _cancelReason is null
                && SessionExpires.MinimumOf(response) is { } minimum && minimum > SessionExpires.Of(invite)?.Interval)
            {
                SendAgain(minimum);
            }
            else if (response.IsFinal)
            {
                (Status, Reason) = (response.Status, SipWarning.OneLine(response.Reason));
                whole.FailIfAllHave();
            }
            else
            {
                Provisional(response);
            }
        }

        private void Provisional(SipResponse response)
        {
            if (ReliableAck.NumberOf(response) is { } number && response.To.Tag is not null)
            {
                if (!IsNext(response, number))
                {
                    return;
                }

                AcknowledgeProvisional(response, number);
            }

            var wasSilent = _isSilent;
            _isSilent = false;
            if (wasSilent && _cancelReason is not null)
            {
                SendCancel();
            }
            else if (response.Status > 100 && _cancelReason is null && !whole._isOver
                && SdpBody.TextIn(response) is var early && (!_hasRung || (!_hasEarlyMedia && early.Length > 0)))
            {
                _hasRung = true;
                _hasEarlyMedia |= early.Length > 0;
                whole.Tell(
                    () => whole._events.Alerts(contact, response.Status, early),
                    why => whole.GiveUp(500, why.Why));
            }
        }

        // RFC 3262, section 4: one that comes again is dropped, and so is one before which another is missing.
        private bool IsNext(SipResponse response, uint number) =>
            !_early.TryGetValue(response.To.Tag!, out var early) || number == early.LastNumber + 1;

        private void AcknowledgeProvisional(SipResponse response, uint number)
        {
            var tag = response.To.Tag!;
            var dialog = _early.GetValueOrDefault(tag)?.Dialog ?? new SipDialog(invite, response, Flow);
            _early[tag] = new EarlyDialog(dialog, number);
            var prack = dialog.Create(SipMethods.Prack);
            prack.Headers.Add(
                ReliableAck.Name, new ReliableAck(number, invite.Sequence, SipMethods.Invite).ToString());
            Services.Clients.Send(prack, Flow, _ => { });
        }

        // RFC 4028, section 7.3.
        private void SendAgain(TimeSpan interval)
        {
            var again = new SipRequest(SipMethods.Invite, invite.Uri) { Body = invite.Body };
            foreach (var (name, value) in invite.Headers)
            {
                again.Headers.Add(name, name switch
                {
                    "Via" => Flow.ViaFor(SipIds.Branch()),
                    "CSeq" => $"{invite.Sequence + 1} {SipMethods.Invite}",
                    SessionExpires.Name => new SessionExpires(interval, null).ToString(),
                    _ => value,
                });
            }

            again.Headers.Set(SessionExpires.MinimumName, new SessionExpires(interval, null).ToString());
            invite = again;
            _isSilent = true;
            Send();
        }

        // A 2xx that comes again wants its ACK again; one with another tag is of another phone behind the contact,
        // which had picked up too (section 13.2.2.4).
        private void Accepted(SipResponse response)
        {
            (Status, Reason) = (response.Status, SipWarning.OneLine(response.Reason));
            if (_answered.TryGetValue(response.To.Tag ?? "", out var known))
            {
                Acknowledge(known);
                return;
            }

            var dialog = new SipDialog(invite, response, Flow, _early.GetValueOrDefault(response.To.Tag ?? "")?.Dialog);
            _answered.Add(response.To.Tag ?? "", dialog);
            Acknowledge(dialog);
            var call = new SipCall(Services, dialog, invite, response);
            Services.Table.Add(call);
            whole.Take(this, call, SdpBody.TextIn(response));
        }

        private void Acknowledge(SipDialog dialog) => Flow.Send(SipWriter.Write(dialog.CreateAck(invite)));

        // Section 9.1: on the branch of the INVITE, with its number.
        private void SendCancel()
        {
            var cancel = new SipRequest(SipMethods.Cancel, invite.Uri);
            foreach (var name in (string[])["Via", "Max-Forwards", "From", "To", "Call-ID"])
            {
                cancel.Headers.Add(name, invite.Headers[name]!);
            }

            cancel.Headers.Add("CSeq", $"{invite.Sequence} {SipMethods.Cancel}");
            cancel.Headers.Add("Reason", _cancelReason!);
            Services.Clients.Send(cancel, Flow, _ => { });
        }

        private sealed record EarlyDialog(SipDialog Dialog, uint LastNumber);
    }
}
