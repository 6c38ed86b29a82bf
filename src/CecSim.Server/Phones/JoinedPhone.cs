using CecSim.Server.Gateway;
using CecSim.Telephony.Media;

namespace CecSim.Server.Phones;

/// <summary>The phone that a customer's media are joined to at present.</summary>
internal sealed class JoinedPhone : IDisposable
{
    private PhoneLeg? _phone;
    private MediaBridge? _bridge;

    /// <summary>Joins the customer to the phone that is wanted, and parts it from the one before.</summary>
    /// <returns>Whether there is a phone to hear.</returns>
    public bool Join(MediaCall customer, DesiredLegState wanted)
    {
        if (wanted.Phone != _phone || wanted.Phone?.HeardMedia != _bridge?.Agent)
        {
            Dispose();
            _phone = wanted.Phone;
            _bridge = _phone?.HeardMedia is { } media ? MediaBridge.Join(customer, media) : null;
            _phone?.Customer = customer;
        }

        // Who is on hold hears music (RFC 3264, section 8.4); an agent that holds hears nothing.
        _phone?.Media?.Source = wanted.IsApart ? MediaSource.Silence
            : wanted.IsHeldByCustomer ? MediaSource.Music
            : MediaSource.Peer;
        _phone?.ShowHold(wanted.IsHeldByCustomer);
        return _bridge is not null;
    }

    public void Dispose()
    {
        _bridge?.Dispose();
        _phone?.Customer = null;
        _phone?.Media?.Source = MediaSource.Silence;
        (_bridge, _phone) = (null, null);
    }
}
