using CecSim.Telephony.Sip;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>
/// Asks a registered phone again and again what it can (RFC 3261, section 11), which keeps its way through a NAT open
/// and shows whether it is still there. Works within turns.
/// </summary>
internal sealed class OptionsProbe : IDisposable
{
    private readonly SipCallServices _services;
    private readonly SipBinding _phone;
    private readonly TimeSpan _interval;
    private readonly string _callId = SipIds.CallId();
    private readonly string _tag = SipIds.Tag();
    private uint _sequence;
    private bool? _isReachable;
    private bool _isOver;
    private IDisposable? _next;

    public OptionsProbe(SipCallServices services, SipBinding phone, TimeSpan interval)
    {
        (_services, _phone, _interval) = (services, phone, interval);
        Wait();
    }

    /// <summary>The registration is over, or was made again.</summary>
    public void Dispose()
    {
        _isOver = true;
        _next?.Dispose();
    }

    private void Wait() => _next = _services.Turns.After(_interval, Ask, _ => Wait());

    private void Ask() => _services.Clients.Send(Write(), _phone.Flow, response =>
    {
        if (response.IsFinal && !_isOver)
        {
            // Whatever it answers, it is there. Of its silence, and of a lost connection, tell answers of our own.
            Note(response.Status is not (408 or 503));
            Wait();
        }
    });

    private void Note(bool isReachable)
    {
        if (_isReachable != isReachable)
        {
            _isReachable = isReachable;
            var turns = _services.Turns;
            turns.AfterTurn(() => turns.Guard.Run(
                "notice of a registration", () => _services.Application.Probed(_phone, isReachable)));
        }
    }

    private SipRequest Write()
    {
        var flow = _phone.Flow;
        var request = new SipRequest(SipMethods.Options, _phone.Contact);
        request.Headers.Add("Via", flow.ViaFor(SipIds.Branch()));
        request.Headers.Add("Max-Forwards", "70");
        request.Headers.Add("From", $"<sip:{SipFlow.ContactUser}@{_phone.Domain}>;tag={_tag}");
        request.Headers.Add("To", $"<sip:{SipUri.EscapeUser(_phone.User)}@{_phone.Domain}>");
        request.Headers.Add("Call-ID", _callId);
        request.Headers.Add("CSeq", $"{++_sequence} {SipMethods.Options}");
        request.Headers.Add("Contact", flow.Contact);
        request.Headers.Add("Accept", SdpBody.ContentType);
        request.Headers.Add("User-Agent", _services.Settings.Product);
        return request;
    }
}
